/**
 * Words of an English question that carry no constraint. A word that is neither linked to the vocabulary nor
 * listed here stops an answer, so this list decides between answering and refusing: it holds only words that
 * cannot name a thing measured, a place, an industry, a company, a time or a status. Lower case, single tokens,
 * contractions without their apostrophe, every inflected form spelled out.
 *
 * Left out on purpose, because dropping them would change what is asked: negation and exception (not, no,
 * without, except, besides, other), status (will, should, must, already, actually, announced, completed, hope,
 * likely), time (may, march, today, before, since, next, annual, monthly), measure (per, each, average, real,
 * rate, times, half), cause and relation (why, reason, linked, depends), size and extent (large, small, national,
 * rural, listed, near) and "us", which may be the United States. Harmless uses of them ("tell us", "how large") need a
 * cue phrase in en.ts.
 */
import { POLITE_EN } from './asker-en.ts'

const WORDS = [
  // Articles, pronouns, determiners
  `a an the this that these those here there i me my mine myself we our ours ourselves you your yours
  yourself yourselves he him his himself she her hers herself it its itself they them their theirs
  themselves one ones oneself someone somebody something anyone anybody anything everyone everybody
  everything somewhere anywhere everywhere some any every all both either such several few many much more
  plenty enough various certain which what who whom whose whichever whatever whoever wherever whenever
  however where when how whether if`,

  // Prepositions, conjunctions
  `of in on at until till til by for from to into onto upon with within through throughout during across along among amongst
  between around about as than then via regarding concerning respecting re towards toward over up down out
  off inside and or but so yet because though although while whereas whilst plus also too else therefore
  thus hence thereby therein thereof whereby wherein`,

  // Auxiliaries and contractions
  `be is are was were been being am do does did done doing have has had having can could would might need
  needs im ive id ill youre youve youd youll hes shes theyre theyve theyd theyll weve wed well thats thatd
  thatll theres therere heres whats whatre whatd whatve whos whod whore wheres whered whens hows howd
  howre lets dont cant cannot couldnt wouldnt isnt aint mightve couldve wouldve itd itll s ve ll`,

  // Politeness, greeting, address
  `please kindly thanks thank thankyou thx welcome sorry pardon excuse apologies apologise apologize hello hi
  hey hiya greetings goodbye bye cheers dear sir madam maam mister mr mrs ms team folks guys friend
  friends colleague colleagues buddy mate pal boss appreciate appreciated grateful gratefully gratitude
  regards sincerely afternoon evening morning favour favor kind helpful help helping helped assist
  assistance assisting mind bother bothering trouble polite politely respectfully humbly glad happy
  pleased pleasure delighted wish`,

  // Asking
  `chat ask asks asked asking question questions questioning query queries enquire enquiry enquiries inquire
  inquiry inquiries inquiring wonder wonders wondered wondering curious curiosity interested interesting
  know knows knew known knowing learn learns learned learnt understand understands understood
  understanding clarify clarifies clarification explain explains explained explaining explanation
  elaborate tell tells told telling give gives gave given giving show shows showed shown showing provide
  provides provided providing fetch fetches find finds finding found search searches searched searching
  look looks looked looking lookup seek check checks checked checking verify verifying verified pull pulls
  pulled retrieve retrieved dig digging browse recall remind reminding remember refresh send sends sending
  read reads reading hear heard hearing answer answers answered answering reply replies replied respond
  response responses want wanting wanna like liked liking love lovely request requests requested
  requesting guess guesses guessed guessing determine determined identify identified identifies name names
  named naming call calls called mean means meant meaning define defined detail details detailed detailing
  outline outlines outlined summarise summarize summarised summarized describe describes described
  describing description descriptions talk talks talking talked speak speaks speaking spoke discuss
  discusses discussed discussing discussion try tries tried trying let letting think thinks thought
  thoughts thinking believe believes believed reckon reckons imagine see sees saw seen seeing view views
  viewed viewing notice noticed notices concern concerned concerns possible possibly able ability willing`,

  // Reporting
  `say says said saying stated stating report reports reported reporting reportedly reporter reporters
  mention mentions mentioned mentioning note notes noted noting cite cites cited citing citation citations
  quote quotes quoted quoting quotation reference references referenced referencing refer refers referred
  referring write writes wrote written writing writer writers author authors publish publishes published
  publication publications release releases disclose discloses disclosed disclosing disclosure reveal
  reveals revealed revealing indicate indicates indicated indicating suggest suggests suggested suggesting
  claim claimed claiming allegedly according accordingly declare declares declared highlight highlights
  highlighted emphasise emphasize emphasised emphasized stress stressed underline underlined comment
  comments commented remark remarks remarked conclude concludes concluded conclusion conclusions inform
  informs informed informing communicate communicated documented recorded recording logged posted posting
  attributed attribute attributes based list lists summarising summarizing summing article articles news
  press website webpage webpages page pages text texts sentence sentences paragraph paragraphs passage
  passages headline headlines story stories piece thread threads message messages document documents doc
  docs pdf file files link links url urls database dataset datasets archive archives records source
  sources bulletin bulletins brief briefs briefing briefings factsheet handout dossier chart charts graph
  graphs diagram diagrams table tables map maps spreadsheet column columns row rows dashboard snapshot
  memo`,

  // Having, being, doing, reaching
  `get gets got gotten getting hold holds held holding keep keeps kept keeping possess possesses possessed
  possessing contain contains contained containing include includes included including inclusive involve
  involves involved involving comprise comprises comprised comprising consist consists consisted
  consisting feature features featured featuring boast boasts boasted boasting enjoy enjoys enjoyed
  enjoying exist exists existed existing existence belong belongs belonged belonging remain remains
  remained reach reaches reached reaching attain attains attained attaining achieve achieves achieved
  achieving hit hits hitting come comes came coming go goes went gone going stand stands stood standing
  sit sits sat sitting lie lies lay amount amounts amounted amounting total totals totalled totaled
  totalling totaling sum sums summed equal equals equalled equaled carry carries carried carrying
  undertake undertakes undertook undertaken undertaking conduct conducts conducted conducting perform
  performs performed performing happen happens happened happening occur occurs occurred occurring take
  takes took taken taking bring brings brought bringing put puts putting set setting make making
  makes manage manages managed witness witnesses witnessed witnessing attract attracts attracted
  attracting receive receives received receiving draw draws drew drawn drawing secure secured secures
  securing collect collects collected gather gathers gathered gathering become becomes became becoming
  turn turns seem seems seemed seeming appear appears appeared appearing represent represents represented
  representing correspond corresponds corresponding regard regarded pertain pertains pertaining apply
  applies applied applying flow flows flowed flowing end ends ended ending engage engages engaged engaging
  participate participates participated act acts acted acting play plays played playing follow follows
  followed following`,

  // Generic nouns
  `figure figures performance number numbers numeric numerical data datum datapoint datapoints statistic
  statistics statistical statistically stat stats quantity quantities value values count counts
  information info infos insight insights fact facts factual evidence proof metric metrics indicator
  indicators measurement measurements readings thing things stuff matter matters issue issues aspect
  aspects respect respects item items entry entries element elements topic topics subject subjects theme
  themes field fields sector sectors segment segments domain domains sphere spheres realm kinds sort sorts
  type types form forms way ways manner manners mode modes case instance instances example examples sample
  situation situations circumstance circumstances condition conditions picture pictures overview overviews
  summary summaries profile profiles background backgrounds context contexts content idea ideas clue clues
  sense perspective perspectives angle viewpoint opinion opinions term terms word words phrase phrases
  expression label labels heading level levels size sizes scale scales scope extent extents degree
  magnitude range ranges dimension dimensions city cities province provinces region regions regional
  regionally place places locality localities location locations located municipality municipalities
  prefecture prefectures territory territories local locally locale authorities spot spots year years yr
  yrs time period periods date dates dated timeframe timespan moment moments bit bits lot lots bunch
  couple handful tad whole entire entirety entirely overall altogether grand side sides update updates
  updated recap rundown breakdown purpose purposes sake behalf relevance relevant related particular
  particulars particularly`,

  // Adverbs, hedges, fillers, and words for the newest
  `just simply merely really truly indeed certainly surely definitely absolutely totally obviously clearly
  apparently evidently presumably supposedly seemingly perhaps maybe probably roughly approximately approx
  approximate circa ca almost nearly virtually practically basically essentially fundamentally generally
  usually typically normally often sometimes always ever exactly exact precisely precise accurately
  accurate correctly correct specifically specific concretely literally honestly frankly seriously quite
  rather fairly pretty very extremely highly somewhat somehow slightly largely mostly mainly partly
  partially wholly fully collectively jointly combined alone even still again once back forth away anyway
  anyways anyhow regardless otherwise instead meanwhile moreover furthermore additionally incidentally
  finally eventually ultimately now currently current presently present nowadays latest newest recent
  recently lately freshest quick quickly rapidly rapid swift swiftly speedy speedily steadily steady
  promptly immediately briefly shortly concise concisely especially notably remarkably significantly
  substantially considerably markedly noticeably respectively individually separately likewise similarly
  okay ok right alright sure yes yep yeah yup ya aye course um uh umm uhh hmm hmmm hm er erm ah oh ooh wow
  whoa huh eh oops ahem mhm aha gosh gee only hopefully thankfully luckily fortunately unfortunately sadly
  surprisingly interestingly impressively amazingly incredibly enormously hugely vastly heavily strongly
  vigorously actively thoroughly carefully properly publicly openly`,

  // Chat slang and short forms
  `pls plz plss pleasee ples thnx thks thanx tnx ty tysm tyvm tia np yw lol lmao rofl haha hahaha hehe heh xd
  omg omfg wtf wth smh btw fyi imo imho tbh ngl idk dunno afaik aka asap rn irl nvm jk fwiw iirc icymi
  tldr bro bruh dude man fam sis homie yall yo sup wassup howdy heya helo hallo kk okey okie oki mkay cool
  nice yay meh nah nope ugh yikes u ur urs n w wat wut whut wot wht wha whch wich abt bout def prob probs
  prolly obv obvs rly srsly kinda sorta kindof sortof gimme lemme gotta cuz cos coz bc bcos tho thru tht
  dat dis da dem wid sth smth smthg sb someones somethin anythin bot bots factbot gazetteer assistant
  helper chatbot botty quickie ping pinging bump shout spill etc eg ie viz namely ps nb faq q ans deets
  lowdown scoop skinny gist`,

  // Evaluation and emphasis
  `impressive huge massive enormous gigantic immense vast tremendous colossal whopping staggering astonishing
  astounding amazing incredible unbelievable extraordinary remarkable notable noteworthy significant
  substantial considerable sizeable sizable hefty big bigger high great greater good excellent outstanding
  exceptional fantastic fabulous wonderful brilliant awesome superb terrific stunning splendid magnificent
  spectacular striking dramatic drastic decent strong stronger robust vigorous dynamic vibrant thriving
  booming flourishing buoyant promising encouraging favourable favorable positive bad terrible awful
  horrible disappointing dismal weak weaker modest moderate meagre meager tiny mere weird strange odd
  funny surprising surprised shocking shocked crazy insane mad wild ridiculous absurd impressed amazed
  excited exciting thrilling fascinating intriguing memorable true truth truthful false legit genuine
  trustworthy reliable credible plausible believable valid wrong clear unclear obvious plain simple easy
  straightforward complicated complex confusing confused useful handy meaningful damn damned dang bloody
  freaking friggin frickin effing heck hell shit fuck fucking crap bullshit stupid dumb silly lazy useless
  rubbish idiot moron`,
].join(' ')

export const LIGHT_EN: ReadonlySet<string> = new Set([...WORDS.split(/\s+/), ...POLITE_EN])
