/**
 * Chinese as it is spoken: whom one calls (小王, 老李), how much one marvels (多猛, 涨疯了), figures remembered by halves
 * (百分之四点几), and the small verbs of the north-east and of newsrooms (能整, 哪天出的). They name nothing that is measured:
 * left over in a question they do not stop the answer, which says that they were not used.
 *
 * Surnames that make another word behind 小 or 老 are left out: 小于, 小金属, 小麦, 小程序, 老陈醋.
 */
const SURNAMES = [
  ...'王李张刘陈杨赵周吴徐孙朱胡郭何罗郑梁谢宋唐许邓韩冯曹彭曾萧蔡潘袁董余叶杜魏吕丁任姚沈姜崔谭廖汪',
]
const CALLED = ['老师', '主任', '经理', '秘书', '哥', '姐', '同志', '师傅', '兄']
const DIGITS = [...'一二三四五六七八九', '十', '十几', ...'123456789'.split('')]

const WORDS = `
  小王啊 各位好 那个啥 那个谁 给哥 给姐 给兄弟 给大哥 给咱 给咱们 给俺 给爷 给哥们 给老板 跟哥 跟我 跟咱 哥们儿 老铁 老铁们  亲们 宝子 家人们 大兄弟 老弟 大妹子   
  捋 捋一下 捋清楚 唠 唠一唠 唠一下   念给 报给 甩 整出 整出来 整了 整了多少 能整 能整出 能整多少 整到 整成 整明白 整不明白 整明白了 搁哪 搁哪儿 搁哪里 咋整 咋整的 咋说 咋讲 咋算 咋样咧 嘞 呐 呗 哟 咯 嘎嘎 贼 贼多 贼高 老多 老高 老大 老多了 忒 忒多 倍儿
  啥都有 说啥的都有 说什么的都有 说法都有 啥说法 莫得 晓得伐 晓得不  噻  嘛玩意 啥玩意 啥玩意儿 玩意儿 玩意 咱们那 咱这 咱那 俺们这
  多猛 多牛 多强 多厉害 多火 多狠 多夸张 多惊人 多可观 多恐怖 多吓人 多离谱 多炸 多亮眼 多迅猛 多迅速 多壮观 多壮 有多猛 有多牛 有多强 有多厉害 有多火 有多狠 有多夸张 有多惊人 有多可观 有多恐怖 有多吓人 有多离谱 有多亮眼
  涨疯 涨疯了 疯涨  飙疯了 起飞了 炸裂  爆了 逆天 离谱 夸张 吓人 绝了  牛气  真心 老实说 说实话 讲真 讲道理 实话讲 不瞒你说 不骗你
  哪天出 哪天出的 哪天发的 哪天写的 哪天登的 哪天刊的 哪天发布 哪天发布的 何时出的 何时发的 什么时候出的 什么时候发的 几时出的 出的 登的 登出 登出来 刊的 刊出 刊登 刊发 见报 发的 报的 哪份稿 哪份稿子 哪篇稿 哪篇稿子 哪条稿 哪份报告 哪份材料 哪份文件 份稿 篇稿
  首批 首波 头批 头一批 第一批次 有数的都排 有数据的都排 能排的都排 有几个排几个 全排 全排上 都排上 走势发我 发给我看 发我看看 截图发我 顺便给下 顺便给 顺带给 一并给 一并给出 一起给 一块给 一块儿给 同时给出 也给下 也给我 都给 都给我 都给下 给下 列给 列给我 列示 列明 请列明 请列示 注明 请注明 标注 请标注 标明 请标明 写明 请写明 分别注明 分别列明 分别列示 逐条列明 互相 相互 彼此 不尽一致 不太一致 口径不一 数字不一 说法不一 数据不一 报道不一 互不一致 相互矛盾 互相矛盾 自相矛盾 互相打架 各执一词 众说纷纭 五花八门 不一
  单说 单看 单算 光算 光看 光说 就看 就要 就算 仅看 仅算 仅要 那部分 那一部分
  就缺 只缺 还缺 单缺 独缺 唯独缺 就差 只差
  仅限 只限 限于 仅限于 之说 一说 此说 该说法 这种说法 这一说 的说法 其公开 公开承诺 承诺过 提出过 提过 公开提出 公开提出的
`
/** Words of their own: a vinegar, a lane, the son. */
const OTHERWISE: ReadonlySet<string> = new Set([
  '老陈',
  '小胡',
  '老何',
  '小曾',
  '小任',
  '小许',
  '老许',
  '小徐',
  '小叶',
  '小唐',
  '老郭',
  '小余',
])
const REMEMBERED = DIGITS.flatMap((digit) =>
  ['点几', '点多', '点来'].flatMap((rest) => [
    `百分之${digit}${rest}`,
    `${digit}${rest}`,
    `${digit}${rest}个点`,
  ]),
)

export const SPOKEN_CHINESE: readonly string[] = [
  ...new Set([
    ...WORDS.trim().split(/\s+/),
    ...REMEMBERED,
    ...SURNAMES.flatMap((name) => [
      `小${name}`,
      `老${name}`,
      ...CALLED.map((called) => name + called),
    ]).filter((word) => !OTHERWISE.has(word)),
  ]),
]
