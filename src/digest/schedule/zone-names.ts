/**
 * What people call zones beside their IANA names, folded (src/base/folding.ts). Places with several zones are asked
 * about; a country stands here only where it has one. Sources: the tz database's zone1970.tab for which zone a place
 * keeps, CLDR for the Chinese names of cities.
 */

/** City or country -> IANA name. */
export const CITIES: ReadonlyMap<string, string> = names({
  'Asia/Shanghai':
    'china, beijing, shanghai, guangzhou, shenzhen, chongqing, chengdu, tianjin, nanjing, hangzhou, wuhan, jinan, qingdao, dongying, hefei, asia/beijing, 中国, 北京, 上海, 广州, 深圳, 重庆, 成都, 天津, 南京, 杭州, 武汉, 济南, 青岛, 东营, 合肥',
  'Asia/Hong_Kong': 'hong kong, hongkong, 香港',
  'Asia/Macau': 'macau, macao, 澳门, 澳門',
  'Asia/Taipei': 'taipei, taiwan, 台北, 臺北, 台湾, 臺灣',
  'Asia/Tokyo': 'tokyo, osaka, japan, 东京, 東京, 大阪, 日本',
  'Asia/Seoul': 'seoul, korea, south korea, 首尔, 韩国',
  'Asia/Singapore': 'singapore, 新加坡',
  'Asia/Kuala_Lumpur': 'kuala lumpur, malaysia, 吉隆坡, 马来西亚',
  'Asia/Bangkok': 'bangkok, thailand, 曼谷, 泰国',
  'Asia/Jakarta': 'jakarta, 雅加达',
  'Asia/Manila': 'manila, philippines, 马尼拉, 菲律宾',
  'Asia/Ho_Chi_Minh': 'ho chi minh city, saigon, hanoi, vietnam, 胡志明市, 河内, 越南',
  'Asia/Kolkata': 'india, delhi, new delhi, mumbai, bangalore, kolkata, 印度, 新德里, 孟买, 班加罗尔',
  'Asia/Karachi': 'karachi, pakistan, 卡拉奇, 巴基斯坦',
  'Asia/Dubai': 'dubai, abu dhabi, uae, 迪拜, 阿联酋',
  'Asia/Riyadh': 'riyadh, saudi arabia, 利雅得, 沙特',
  'Asia/Jerusalem': 'jerusalem, tel aviv, israel, 耶路撒冷, 特拉维夫, 以色列',
  'Asia/Almaty': 'almaty, 阿拉木图',
  'Europe/London': 'london, uk, united kingdom, england, britain, 伦敦, 英国',
  'Europe/Dublin': 'dublin, ireland, 都柏林, 爱尔兰',
  'Europe/Lisbon': 'lisbon, 里斯本',
  'Europe/Paris': 'paris, france, 巴黎, 法国',
  'Europe/Berlin': 'berlin, germany, munich, frankfurt, hamburg, 柏林, 德国, 慕尼黑, 法兰克福, 汉堡',
  'Europe/Madrid': 'madrid, barcelona, 马德里, 巴塞罗那',
  'Europe/Rome': 'rome, milan, italy, 罗马, 米兰, 意大利',
  'Europe/Amsterdam': 'amsterdam, netherlands, 阿姆斯特丹, 荷兰',
  'Europe/Brussels': 'brussels, belgium, 布鲁塞尔, 比利时',
  'Europe/Zurich': 'zurich, geneva, switzerland, 苏黎世, 日内瓦, 瑞士',
  'Europe/Vienna': 'vienna, austria, 维也纳, 奥地利',
  'Europe/Stockholm': 'stockholm, sweden, 斯德哥尔摩, 瑞典',
  'Europe/Oslo': 'oslo, norway, 奥斯陆, 挪威',
  'Europe/Copenhagen': 'copenhagen, 哥本哈根',
  'Europe/Helsinki': 'helsinki, finland, 赫尔辛基, 芬兰',
  'Europe/Warsaw': 'warsaw, poland, 华沙, 波兰',
  'Europe/Prague': 'prague, 布拉格',
  'Europe/Athens': 'athens, greece, 雅典, 希腊',
  'Europe/Istanbul': 'istanbul, turkey, 伊斯坦布尔, 土耳其',
  'Europe/Moscow': 'moscow, 莫斯科',
  'Europe/Kyiv': 'kyiv, kiev, ukraine, 基辅, 乌克兰',
  'Africa/Cairo': 'cairo, egypt, 开罗, 埃及',
  'Africa/Johannesburg': 'johannesburg, cape town, south africa, 约翰内斯堡, 开普敦, 南非',
  'Africa/Lagos': 'lagos, nigeria, 拉各斯, 尼日利亚',
  'Africa/Nairobi': 'nairobi, kenya, 内罗毕, 肯尼亚',
  'America/New_York':
    'new york, nyc, boston, washington, washington dc, miami, atlanta, eastern, us eastern, 纽约, 波士顿, 华盛顿, 迈阿密, 美东, 美国东部',
  'America/Chicago': 'chicago, houston, dallas, us central, 芝加哥, 休斯敦, 达拉斯, 美中, 美国中部',
  'America/Denver': 'denver, us mountain, 丹佛',
  'America/Phoenix': 'phoenix, 凤凰城',
  'America/Los_Angeles':
    'los angeles, san francisco, seattle, silicon valley, us pacific, 洛杉矶, 旧金山, 西雅图, 硅谷, 美西, 美国西部',
  'America/Toronto': 'toronto, montreal, ottawa, 多伦多, 蒙特利尔, 渥太华',
  'America/Vancouver': 'vancouver, 温哥华',
  'America/Mexico_City': 'mexico city, 墨西哥城',
  'America/Sao_Paulo': 'sao paulo, são paulo, rio de janeiro, 圣保罗, 里约热内卢',
  'America/Argentina/Buenos_Aires': 'buenos aires, argentina, 布宜诺斯艾利斯, 阿根廷',
  'America/Santiago': 'santiago, 圣地亚哥',
  'America/Bogota': 'bogota, colombia, 波哥大, 哥伦比亚',
  'America/Lima': 'lima, peru, 利马, 秘鲁',
  'Pacific/Honolulu': 'honolulu, hawaii, 檀香山, 夏威夷',
  'Australia/Sydney': 'sydney, canberra, 悉尼, 堪培拉',
  'Australia/Melbourne': 'melbourne, 墨尔本',
  'Australia/Brisbane': 'brisbane, 布里斯班',
  'Australia/Perth': 'perth, 珀斯',
  'Pacific/Auckland': 'auckland, wellington, new zealand, 奥克兰, 惠灵顿, 新西兰',
})

/** One word for several zones: the person chooses. */
export const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = mapOf({
  cst: canonical('Asia/Shanghai', 'America/Chicago', 'America/Havana'),
  ist: canonical('Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'),
  bst: canonical('Europe/London', 'Asia/Dhaka'),
  // clocks on the wall say one, the province's capital also keeps the other
  urumqi: canonical('Asia/Shanghai', 'Asia/Urumqi'),
  xinjiang: canonical('Asia/Shanghai', 'Asia/Urumqi'),
  乌鲁木齐: canonical('Asia/Shanghai', 'Asia/Urumqi'),
  新疆: canonical('Asia/Shanghai', 'Asia/Urumqi'),
  georgia: canonical('Asia/Tbilisi', 'America/New_York'),
  us: canonical('America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'),
  usa: canonical('America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'),
  美国: canonical('America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'),
  canada: canonical('America/Toronto', 'America/Winnipeg', 'America/Edmonton', 'America/Vancouver'),
  加拿大: canonical('America/Toronto', 'America/Winnipeg', 'America/Edmonton', 'America/Vancouver'),
  australia: canonical('Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth'),
  澳大利亚: canonical('Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth'),
  russia: canonical('Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Vladivostok'),
  俄罗斯: canonical('Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Vladivostok'),
  brazil: canonical('America/Sao_Paulo', 'America/Manaus'),
  巴西: canonical('America/Sao_Paulo', 'America/Manaus'),
})

/** Letters for half a year or for a fixed distance, and the zone that is most often meant. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = mapOf({
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  est5edt: 'America/New_York',
  cdt: 'America/Chicago',
  ct: 'America/Chicago',
  cst6cdt: 'America/Chicago',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mst7mdt: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pst8pdt: 'America/Los_Angeles',
  hst: 'Pacific/Honolulu',
  akst: 'America/Anchorage',
  ast: 'America/Halifax',
  nst: 'America/St_Johns',
  wet: 'Europe/Lisbon',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  met: 'Europe/Berlin',
  eet: 'Europe/Helsinki',
  eest: 'Europe/Helsinki',
  msk: 'Europe/Moscow',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  hkt: 'Asia/Hong_Kong',
  sgt: 'Asia/Singapore',
  pht: 'Asia/Manila',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  act: 'Australia/Darwin',
  awst: 'Australia/Perth',
  nzst: 'Pacific/Auckland',
  nzdt: 'Pacific/Auckland',
})

/** Words for a distance from UTC. */
export const FIXED: readonly string[] = ['东八区', '东8区', '东九区', '西五区', '西八区', '零时区']

/** Hours ahead of UTC -> a zone that keeps them, to show what a name looks like. */
export const OFFSET_EXAMPLES: Readonly<Record<number, string>> = {
  [-10]: 'Pacific/Honolulu',
  [-8]: 'America/Los_Angeles',
  [-7]: 'America/Denver',
  [-6]: 'America/Chicago',
  [-5]: 'America/New_York',
  [-3]: 'America/Sao_Paulo',
  0: 'UTC',
  1: 'Europe/Berlin',
  2: 'Europe/Helsinki',
  3: 'Europe/Moscow',
  4: 'Asia/Dubai',
  5: 'Asia/Karachi',
  7: 'Asia/Bangkok',
  8: 'Asia/Shanghai',
  9: 'Asia/Tokyo',
  10: 'Australia/Sydney',
  12: 'Pacific/Auckland',
}

function names(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([zone, list]) =>
      list.split(', ').map((name) => [name, canonical(zone)[0]!]),
    ),
  )
}

/** A Map, because 'constructor' is a key of every object. */
function mapOf<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries))
}

/** As this Intl spells them: some editions say Asia/Calcutta, others Asia/Kolkata. */
function canonical(...zones: readonly string[]): readonly string[] {
  return zones.map((timeZone) => new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone)
}
