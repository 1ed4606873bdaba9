/**
 * Fixed phrases that name something the base does not measure and that would be misread if they were cut apart:
 * 'yellow river' is no river that is yellow, 'new productive forces' no new production, 黄河流域 no county. They count
 * as one known word that names something else (as the words of other-en.ts do): an answer about the whole of it is not there.
 *
 * None is a name of data/vocabulary; regions of several provinces that have a code there are not repeated.
 */
const ENGLISH = [
  'belt and road initiative|belt and road|one belt one road|maritime silk road|silk road',
  'new quality productive forces|new productive forces',
  'government work report|five year plan|two sessions',
  'carbon neutral|carbon peaking|dual carbon goals|dual circulation',
  'new three|three new|old three|big three|big four|high growth enterprises|high growth companies|high growth firms',
  'real economy|opening up|reform and opening up|common prosperity|ecological civilization',
  'made in china 2025|internet plus|rural revitalization|rural revitalisation|new urbanization',
  'yangtze river delta|pearl river delta|yangtze river economic belt|yangtze river|pearl river|yellow river basin',
  'yellow river delta|yellow river|greater bay area|bohai bay|bohai rim|bohai sea|beibu gulf|hangzhou bay|jiaozhou bay',
  'yellow sea|east china sea|south china sea|northeast china|central plains|western development',
  'south to north water diversion|grand canal|great wall|three gorges dam|three gorges',
  'free trade zone|free trade port|pilot free trade zone|blue economic zone|silicon valley|wall street|world bank',
  'united nations|world trade organization|european union|hong kong stock exchange|first tier cities|second tier cities',
  'until when|till when|since when|middle income trap|poverty line|trade war|middle east',
]

const CHINESE =
  '一带一路 丝绸之路 海上丝绸之路 新质生产力 政府工作报告 五年规划 全国两会 双循环 ' +
  '高成长 高成长性 成长型 成长性 生产力 影响力 新三样 老三样 ' +
  '实体经济 改革开放 对外开放 共同富裕 乡村振兴 新型城镇化 供给侧 供给侧改革 ' +
  '长三角 珠三角 长江三角洲 珠江三角洲 长江经济带 长江流域 黄河流域 黄河三角洲 黄河 长江 珠江 粤港澳大湾区 大湾区 渤海湾 环渤海 渤海 ' +
  '北部湾 杭州湾 胶州湾 黄海 京津冀 成渝 西部大开发 东北振兴 中部崛起 西气东输 西电东送 东数西算 南水北调 三峡 ' +
  '省会 首府 自贸区 自贸港 自由贸易试验区 自由贸易港 蓝色经济区 世界银行 世贸组织 一线城市 二线城市 中等收入 贸易战 新旧动能转换'

export const PHRASES: readonly string[] = [
  ...ENGLISH.flatMap((line) => line.split('|')),
  ...CHINESE.split(' '),
]
