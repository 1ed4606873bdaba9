/** Words that ask for a part of what a figure counts, or for another thing: with one of them no figure of the whole is an answer. */
export const RESTRICTING = {
  en: `
    rural private domestic military civilian female male women elderly teenage migrant ethnic luxury secondhand smuggled
    cancelled canceled postponed failed rejected abandoned illegal counterfeit fake subsidised unsubsidised untaxed net
    monthly weekly daily nightly hourly temporary overseas inland northern southern eastern western impoverished wealthy
    organic frozen recycled scrap refurbished leased rented unsold vacant idle bankrupt unlisted delisted japanese korean
    german american taiwanese muslim tibetan buddhist religious surgical veterinary geothermal tidal wine beer tea silk
    cotton toy shoe furniture jewellery diamond divorce suicide nurse soldier prisoner farmer fisherman miner pilot stolen
    damaged destroyed overnight weekend winter christmas retired unemployed disabled orphan pregnant lost stranded demolished
    donated state-owned household unprofitable loss-making insured flooded polluted haunted dormant suspended withdrawn
    relocated outsourced mortgaged seized confiscated embezzled unfinished halted delayed disputed unregistered unlicensed
    wartime colonial prehistoric underground amateur volunteer vegan halal kosher whisky tobacco cannabis cocaine opium ivory
    bonded duty-free taxable deductible depreciated amortised seasonal intraday wholesale retail prepaid overdue defaulted
    collateralised leveraged privatised nationalised expropriated repossessed auctioned sanctioned embargoed quarantined
    diesel petrol hydrogen-powered steam-powered wood-fired nuclear-powered battery-swapping armoured convertible
    two-seater driverless right-hand-drive vintage antique handmade bespoke knockoff pirated unlabelled expired
    contaminated recalled defective uninsured undocumented widowed illiterate elderly-care homeschooled expatriate refugee
    indigenous mongolian uyghur russian french british indian taiwan-funded aquatic alpine urban-village nocturnal
    stalled capped orders-backlog city-centre county-level stage-two half-finished user-side grid-side carried-over
    lunar-year fortnightly biennial posthumous anonymous bilateral intercity transatlantic offline mail-order`,
  zh: `
    农村 民营 私营 国有 军用 民用 女性 男性 老年 儿童 农民工 少数民族 奢侈品 二手 走私 取消的 延期 失败的 违法 假冒
    税后 税前 月均 日均 户均 夜间 周末 冬季 临时 海外 境外 内陆 北部 南部 贫困 低收入 有机 冷冻 再生 废旧 翻新 租赁
    出租 闲置 破产 退市 日资 韩资 台资 港资 宗教 佛教 兽用 地热 潮汐 葡萄酒 啤酒 茶叶 丝绸 玩具 鞋类 家具 珠宝 离婚
    死亡 护士 教师 军人 囚犯 渔民 矿工 残疾人 孕妇 失业 被盗 损坏 停工 停产 烂尾 搁置 撤销 关停 拆除 亏损 捐赠 查封
    没收 污染 报废 退役 未完工 未登记 无证 战时 地下 业余 志愿者 清真 白酒 烟草 象牙 盗版 山寨 进口的 外籍 港澳 华侨
    市区 老城 省外 市外 境内外 外省 外地 中外 合资 中外合资 配套 备用 应急 超大 三元 重建
    翻建 中年 坏账 中位数 月度 时点 传闻 对台 城镇 乡镇 民企 独资 欧资 新三板 滞销 走失 注销
    续建 代建 试产 进口 来料加工 可比价 初步核算 每日 流动 退休 博士 小学 藏族 医用 稀有 船用
    汽油 纯电 火电 屋顶 违约 破损 隐瞒 地方债 入境 红色 殡葬 聋哑 五保 公益 打折 线上 异地
    搬迁 僵尸 借壳 节后 暑期 早班 城乡 近海 内湖 私企 外向型 中型 单个 周均 车均 众数 谷值
    年化 剔除 净利 补贴后 免税 折算 核准 待建 撤资 转让 拍卖 充公 检修 停办 休业 兼并 挂靠
    户用 家用 商用 自用 中小 新认定 差一点 少报 多报 增程 固态 镍氢 工业级 半成品 残次品 现货 口头 假想 名牌 自营 专营 进口替代 走私车`,
}
