/**
 * Scaled units as they stand in questions ("亿元", "in GW"), where they only say which unit is wanted. They are no
 * names of units in data/vocabulary, because there "24.8 billion yuan" must be read as 24.8e9 of the unit yuan.
 */
export const SCALED_UNIT_WORDS: ReadonlyMap<string, string> = new Map([
  [
    'yuan',
    '亿元|万元|万亿元|千亿元|百亿元|亿|billion yuan|million yuan|trillion yuan|yuan terms|bn rmb|rmb bn|bn yuan|yuan bn|cny bn|bn cny|bn|mn rmb|rmb mn|mn yuan|mln yuan|mln rmb|tn yuan|trn yuan|tn rmb|rmb million|rmb billion|million rmb|billion rmb|rmb terms',
  ],
  [
    'usd',
    'usd equivalent|dollar equivalent|us dollar equivalent|us$ equivalent|equivalent in dollars|equivalent in usd|equivalent in us dollars|dollar figure|dollar value|dollar amount|usd value|usd figure|usd amount|bn usd|usd bn|bn dollars|mn usd|usd mn|billion dollars|million dollars|billion usd|million usd|usd million|usd billion|dollar terms',
  ],
  ['kilowatts', 'gw|mw|gigawatts|gigawatt|megawatts|megawatt|吉瓦|兆瓦|万千瓦|亿千瓦'],
  ['kilowatt-hours', 'gwh|mwh|twh|亿千瓦时'],
  [
    'tonnes',
    '万吨|亿吨|million tonnes|million tons|mt|kt|mn t|mn tonnes|m tonnes|mln t|mln tonnes|million t|megatonnes',
  ],
])
