/**
 * Short forms of English words as they stand in messages and tables, and the word each stands for. Only those that
 * stand for one word whatever is spoken of: "est" may be established or estimated, "gov" a governor.
 */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  `rev revenue|revs revenues|rvn revenue|val value|vals values|inds industries|thruput throughput|thruputs throughputs
  |prov province|provs provinces|govt government|mgmt management|cap capacity|proj project|projs projects|prodn production
  |manuf manufacturing|mfr manufacturer|mfrs manufacturers|amt amount|amts amounts|qty quantity|tot total|ttl total
  |avg average|invstmt investment|invt investment|invs investment|expt export|expts exports|imps imports
  |impt import|impts imports|pop population|popn population|pctg percentage|perc percent|prct percent
  |infra infrastructure|equip equipment|eqpt equipment|semis semiconductors|semicon semiconductors|chem chemical
  |chems chemicals|petchem petrochemicals|petchems petrochemicals|agri agriculture|svcs services|svc service|biz business
  |ppl people|dev development|devt development|constr construction|elec electricity|renew renewable
  |cty county|dist district|qtr quarter|qtrs quarters|mth month|mths months|mnth month
  |incr increase|incrs increase|chg change|chgs change|shr share|grw growth|grwth growth
  |hv have|hve have|b4 before|btwn between|betw between|gr8 great|msg message|msgs messages|pcs pieces
  |ents enterprises|invmt investment|bldg building|bldgs buildings|natl national
  |corp corporation|tgt target|tgts targets|plnd planned|annc announced|cum cumulative|vol volume|vols volumes`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
)
