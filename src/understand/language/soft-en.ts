/**
 * Real English words that name no thing: no place, company, person, product, industry, indicator, population group,
 * time or status. A question that has one left over still means the same without it, so its answer stands and the
 * bot says which words it did not use: the 'homework' a figure is wanted for, the 'fresh' before investment.
 *
 * Three classes of words that are no name: light-en.ts carries no content and is passed over in silence; a word here
 * has content that only colours and is passed over aloud; a word of other-en.ts asks for something else and stops
 * the answer. The three have no word in common.
 *
 * Left out on purpose, and kept in other-en.ts where they are common: whatever names a thing that could be counted,
 * whatever changes what is counted (sold, rural, net, foreign, opened, approved), its truth (cancelled, failed,
 * hardly), its status (decided, estimated, vowed), its direction or growth (dropped, slumped, rebounded, doubled),
 * a threshold or rank (exceed, surpass, oldest) or a cause (boost, spur, driven). In doubt a word is not soft: a
 * wrong number is worse than no answer. Lower case, every inflected form spelled out; a plural is read as its singular,
 * so a word whose plural names things (stores, copies, convictions) is not here either.
 */
import { ASKER_EN } from './asker-en.ts'
import { PRESS_WORDS } from './press-words.ts'

const WORDS = [
  // Verbs in all their forms
  `abound abounded abounding abounds ace aced aces acing acknowledge acknowledged acknowledges
  acknowledging adapt adapted adapting adapts adhere adhered adheres adhering admire admired admires
  admiring advocate advocated advocates advocating afford affording affords align aligned aligning aligns
  allude alluded alludes alluding amass amassed amasses amassing amaze amazes amuse amused amuses analyse
  analysed analyses analysing analyze analyzed analyzes analyzing angers annotate annotated annotates
  annotating annoy annoyed annoying annoys appease applaud applauded applauding applauds approach
  approached approaches approaching argue argued argues arguing arise arisen arises arising arose arouse
  aroused arouses arousing ascertain ascertained ascertaining ascertains assert asserted asserting asserts
  assess assessed assesses assessing assure assured assures assuring astonish astonished astonishes
  astound astounded astounds attempt attempting attempts attest attested attesting attests await awaited
  awaiting awaits awaken awakened awakening awakens baffle baffled baffles baffling bagged bagging beckon
  beckoned beckoning beckons befall befell befit befits befitted befitting beg begged begging begs behave
  behaved behaves behaving belabor belabored belaboring belabors belabour belaboured belabouring belabours
  bestow bestowed bestowing bestows bet bets betting bless blessed blesses blessing blink blinked blinking
  blinks blossomed blossoming blur blurred blurs bluster blustered blustering blusters bode boded bodes
  boding bolster bolstered bolstering bolsters bore bored bores bossed bracing brag bragged bragging brags
  brainstorm brainstormed brainstorming brainstorms brim brimmed brimming brims broach broached broaches
  broaching buckled buckling bugged bugging bundle bundled bundles bundling bungle bungled bungles
  bungling burgeon burgeoned burgeoning burgeons burnish burnished burnishes burnishing bustle bustled
  bustles bustling buzz buzzed buzzes buzzing cajole cajoled cajoles cajoling captivate captivated
  captivates captivating celebrate celebrated celebrates celebrating challenge challenged challenges
  challenging charted charting chasing chatter chattered chattering chatters cheered cheering cherish
  cherished cherishes cherishing chew chewed chewing chipped chipping choose chooses choosing chose chosen
  chuckle chuckled chuckles chuckling circle circled circles circling clamor clamored clamoring clamors
  clamour clamoured clamouring clamours clarified clarifying clicked clicking clinch clinched clinches
  clinching cling clinging clings clocked clocking clung clutched clutching coax coaxed coaxes coaxing
  cobble cobbled cobbles cobbling coincide coincided coincides coinciding coined coining collate collated
  collates collating commemorate commemorated commemorates commemorating commences commend commended
  commending commends compile compiled compiles compiling complement complemented complementing
  complements compose composed composes composing comprehend comprehended comprehending comprehends
  concentrated concentrating concluding concoct concocted concocting concocts condense condensed condenses
  condensing confer conferred conferring confers confide confided confides confiding confront confronted
  confronting confronts confuse confuses congratulate congratulated congratulates congratulating
  conjecture conjectured conjectures conjecturing conjure conjured conjures conjuring consider considered
  considering considers contend contended contending contends convey conveyed conveying conveys convince
  convinced convinces convincing cope coped copes copied coping copying crafted crafting cram crammed
  cramming crams crave craved craves craving crawl crawled crawling crawls create created creates creating
  creep creeping creeps crept cried cries cringe cringed cringes cringing crowned crowning crunch crunched
  crunching cry crying culminate culminated culminates culminating dabble dabbled dabbles dabbling dangle
  dangled dangles dangling dare dared dares daring dazzle dazzled dazzles dazzling dealing dealings dealt
  debated debating debunk debunked debunking debunks decipher deciphered deciphering deciphers decode
  decoded decodes decoding dedicate dedicated dedicates dedicating deduce deduced deduces deducing deem
  deemed deeming deems deepen deepened deepening deepens defied defies defy defying delight delighting
  delights delineate delineated delineates delineating delve delved delves delving demonstrate
  demonstrated demonstrates demonstrating demystified demystifies demystify demystifying denote denoted
  denotes denoting depict depicted depicting depicts deserve deserved deserves deserving desire desired
  desires desiring devise devised devises devising devote devoted devotes devoting disappoint disappointed
  disappoints dished dishing dispel dispelled dispelling dispels displayed displaying distinguish
  distinguished distinguishes distinguishing divulge divulged divulges divulging dodge dodged dodges
  dodging doled doling dominate dominated dominates dominating doubt doubted doubting doubts dream dreamed
  dreaming dreams dreamt drive drives drove dubbed dug dwell dwells dwelt echo echoed echoes echoing edged
  edging elicit elicited eliciting elicits elude eluded eludes eluding embark embarked embarking embarks
  embed embedded embedding embeds embellish embellished embellishes embellishing embodied embodies embody
  embodying embrace embraced embraces embracing emerge emerged emerges emerging empower empowered
  empowering empowers enable enabled enables enabling enact enacted enacting enacts encapsulate
  encapsulated encapsulates encapsulating enchant enchanted enchanting enchants encompass encompassed
  encompasses encompassing encounter encountered encountering encounters encourage encouraged encourages
  endeavor endeavored endeavoring endeavors endeavour endeavoured endeavouring endeavours endorse endorsed
  endorses endorsing endure endured endures energise energised energises energising energize energized
  energizes energizing engender engendered engendering engenders enhance enhanced enhances enhancing
  enjoyable enlighten enlightened enlightening enlightens enliven enlivened enlivening enlivens ensure
  ensured ensures ensuring entail entailed entailing entails entice enticed entices enticing enumerated
  enumerating envisaging evince evinced evinces evincing evoke evoked evokes evoking examine examines
  examining excel excelled excelling excels excerpt excerpted excerpting excerpts excite excites
  exemplified exemplifies exemplify exemplifying exert exerted exerting exerts exhibited exhibiting
  experience experienced experiences experiencing explore explored explores exploring expose exposed
  exposes exposing extol extolled extolling extols exude exuded exudes exuding eyecatching eyepopping
  faced facilitate facilitated facilitates facilitating facing familiarise familiarised familiarises
  familiarising familiarize familiarized familiarizes familiarizing fancied fancies fancy fancying fared
  faring fascinate fascinated fascinates fashioned fasten fathom fathomed fathoming fathoms faze fazed
  fazes fazing feel feeling feelings feels felt fiddle fiddled fiddles fiddling finesse finessed finesses
  finessing finetune finetuned finetunes finetuning fit fits fitted fitting flagged flagging flatter
  flattered flattering flatters flaunt flaunted flaunting flaunts flesh fleshed fleshes fleshing flex
  flexed flexes flexing flick flicked flicking flicks flirt flirted flirting flirts flocked flocking
  flourish flourished flourishes flummox flummoxed flummoxes flummoxing forget forgets forgetting forgot
  forgotten framed framing fret frets fretted fretting frustrate frustrated frustrating fumble fumbled
  fumbles fumbling fuss fussed fusses fussing gain gained gaining gains garner garnered garnering garners
  gauge gauged gauges gauging gaze gazed gazes gazing gear geared gearing generalise generalised
  generalises generalising generalize generalized generalizes generalizing giggle giggled giggles giggling
  glance glanced glances glancing glean gleaned gleaning gleans glide glided glides gliding glimpse
  glimpsed glimpses glimpsing glorified glorifies glorify glorifying gloss glossed glosses glossing glowed
  glowing grab grabbed grabbing grabs grapple grappled grapples grappling grasp grasped grasping grasps
  greet greeted greets grieve grimace grimaced grimaces grimacing grin grinned grins grip gripped gripping
  grips groan groaned ground grounded grounds groundwork grumble grumbled grumbles grumbling guided hailed
  handed handing hanker hankered hankering hankers harness harnessed harnesses harnessing hasten hastened
  hastening hastens hate hated hates hating headed heed heeded heeding heeds heighten heightened
  heightening heightens hem hemmed hemming hems herald heralded heralding heralds hesitate hesitated
  hesitates hesitating highlighting hinged hinging hint hinted hinting hints hone honed hones honing
  hoodwink hoodwinked hoodwinking hoodwinks hover hovered hovering hovers hug hugged hugs hum hummed
  humming hums hurried hurry hurrying hustle hustling hype hyped hypes hyping ignite ignited ignites
  igniting illuminate illuminated illuminates illuminating illustrate illustrated illustrates illustrating
  imagined impart imparted imparting imparts implied implies imply implying impress impresses impressing
  incline inclined inclines inclining indulge indulged indulges indulging infer inferred inferring infers
  inspire inspired inspires inspiring instil instill instilled instilling instills instils intensified
  intensifies intensify intensifying interact interacted interacting interacts interpret interpreted
  interpreting interprets intertwine intertwined intertwines intertwining intrigue intrigued intrigues
  invigorate invigorated invigorates invigorating invite invited invites inviting invoke invoked invokes
  invoking itemise itemised itemises itemising itemize itemized itemizes itemizing jawdropping jibe jibed
  jibes jibing joke joked jokes joking jostle jostled jostles jostling jot jots jotted jotting judging
  juggle juggled juggles juggling jumpstarted jumpstarting jumpstarts justified justifies justify
  justifying kick kicked kicker kicking kickoff kicks kickstart kickstarted kickstarting kickstarts kindle
  kindled kindles kindling kiss kissed kneel kneeling kneels lament lamented lamenting laments languish
  languished languishes languishing lasted lasting lasts latched latching laud lauded lauding lauds laugh
  laughed laughing laughs lavish lavished lavishes lavishing leaned leaning lined linger lingered
  lingering lingers loomed looming lure lured lures luring maintain maintained maintaining maintains
  manifest manifested manifesting manifests marked marking marvel marveled marveling marvels mastered
  mastering mattered measured measuring meddle meddled meddles meddling mend mended mending mends merit
  merited meriting merits mirrored mirroring misconstrue misconstrued misconstrues misconstruing misjudge
  misjudged misjudges misjudging misquote misquoted misquotes misquoting misread misreading misreads
  mistake mistaken mistakes mistook moan moaned moaning moans mobilise mobilised mobilises mobilising
  mobilize mobilized mobilizes mobilizing mock mocked mocking mocks mouthwatering mumble mumbled mumbles
  mumbling muse mused muses musing muster mustered mustering musters nab nabbed nabbing nabs nag nagged
  nagging nags nailed navigate navigated navigates navigating nitpick nitpicked nitpicking nitpicks nod
  nodded nodding nods nudge nudged nudges nudging oblige obliged obliges obsess obsessed obsesses
  obsessing obtain obtained obtaining obtains offer offered offers ooze oozed oozes oozing opt opts optted
  optting orchestrate orchestrated orchestrates orchestrating orient oriented orienting orients overcame
  overcome overcomes overcoming overlook overlooked overlooking overlooks oversaw oversee overseeing
  overseen oversees overstate overstated overstates overstating pamper pampered pampering pampers paraded
  paraphrase paraphrased paraphrases paraphrasing parse parsed parses parsing peg pegged pegging pegs
  penetrate penetrated penetrates penetrating penned penning peppered peppering perceive perceived
  perceives perceiving permeate permeated permeates permeating perplex perplexed perplexes perplexing
  persevere persevered perseveres persevering persist persisted persisting persists persuade persuaded
  persuades persuading peruse perused peruses perusing pick picked picking picks pieced piggyback
  piggybacked piggybacking piggybacks piled pinned pinning pinpoint pinpointed pinpointing pinpoints
  pioneered pioneering pitched pitching pivot pivoted pivoting pivots placed placing plead pleaded plotted
  plotting pluck plucked plucking plucks pointed pointing poke poked pokes poking ponder pondered
  pondering ponders pontificate pontificated pontificates pontificating pooled pooling popped popping pore
  pored pores poring pose posed poses posing posited positing postulate postulated postulates postulating
  pounce pounced pounces pouncing praise praised praises praising pray prayed praying preface prefaced
  prefaces prefacing prefer preferred preferring prefers presented presenting pressed pressing prevail
  prevailed prevailing prevails pried pries prioritise prioritised prioritises prioritising prioritize
  prioritized prioritizes prioritizing proclaim proclaimed proclaiming proclaims profess professed
  professes professing promote promoted promotes promoting pronounce pronounced pronounces pronouncing
  prop propped propping props prosper prospered prospering prospers prove proved proves proving pry prying
  publicise publicised publicises publicising publicize publicized publicizes publicizing pursue pursued
  pursues pursuing push pushed pushes pushing puzzled puzzling quantified quantifies quantify quantifying
  quibble quibbled quibbles quibbling quip quipped quipping quips raced ramble rambled rambles rambling
  ramped rave raved raves raving react reacted reacting reacts reap reaped reaping reaps reassess
  reassessed reassesses reassessing reassure reassured reassures reassuring recapitulate recapitulated
  recapitulates recapitulating recheck rechecked rechecking rechecks recite recited recites reciting
  reckoned reckoning reconfirm reconfirmed reconfirming reconfirms reconsider reconsidered reconsidering
  reconsiders recount recounted recounting recounts redefine redefined redefines redefining reel reeled
  reeling reels reexamine reexamined reexamines reexamining reflect reflected reflecting reflects refocus
  refocused refocuses refocusing rehash rehashed rehashes rehashing rehearse rehearsed reign reigned
  reigning reigns reinforce reinforced reinforces reinforcing reinvent reinvented reinventing reinvents
  reiterate reiterated reiterates reiterating rejig rejigged rejigging rejigs rejoice rejoiced rejoices
  rejoicing relish relished relishes relishing remade remake remakes remaking reminisce reminisced
  reminisces reminiscing render rendered rendering renders reorient reoriented reorienting reorients
  repeat repeated repeating repeats rephrase rephrased rephrases rephrasing repurpose repurposed
  repurposes repurposing resend resending resends resent reshape reshaped reshapes reshaping resonate
  resonated resonates resonating resorted resorting respell respelled respelling respells retell retelling
  retells rethink rethinking rethinks rethought retold revel reveled reveling revels revere revered
  reveres revering review reviewed reviewing reviews revitalise revitalised revitalises revitalising
  revitalize revitalized revitalizes revitalizing revolutionise revolutionised revolutionises
  revolutionising revolutionize revolutionized revolutionizes revolutionizing revolve revolved revolves
  revolving rewarded rewarding reword reworded rewording rewords roared roaring roll rooted roped rounded
  rounding ruffle ruffled ruffles ruffling rummage rummaged rummaging rush rushed rushes rushing salute
  saluted salutes saluting savor savored savoring savors savour savoured savouring savours scaled scaling
  scare scared scares scatter scattered scattering scatters scoff scoffed scoffing scoffs scooped scooping
  scour scoured scouring scours scramble scrambled scrambles scrambling scribble scribbled scribbles
  scribbling scrolled scrolling scrutinise scrutinised scrutinises scrutinising scrutinize scrutinized
  scrutinizes scrutinizing sealed seeking shake shaken shakes shaking shape shaped shapes shaping sharpen
  sharpened sharpening sharpens shatter shattered shattering shatters shine shines shining shipshape shone
  shook shored shouldered shouldering showcase showcased showcases showcasing showered shrug shrugged
  shrugging shrugs shudder shuddered shuddering shudders sift sifted sifting sifts sigh sighed sighing
  signaled signaling signalled signalling signified signifies signify signifying simplified simplifies
  simplify simplifying skew skewed skewing skews skim skimmed skimming skimp skimped skimping skimps skims
  slot slots slotted slotting smile smiled smiles smiling smirk smirked smirking smirks snag snagged
  snagging snags snap snapped snapping snaps snatch snatched snatches snatching sneak sneaked sneaking
  sneaks sniff sniffed sniffing sniffs snoop snooping soak soaked soaking soaks solidified solidifies
  solidify solidifying soothe soothed soothes soothing sought sound sounded sounding sounds sparkle
  sparkled sparkles sparkling spearhead spearheaded spearheading spearheads specified specifies specify
  specifying speculate speculated speculates speculating splash splashes splashing split splits splitting
  splurge splurged splurges splurging spotted spotting sprang spread spreading spreads sprinkle sprinkled
  sprinkles sprinkling sprouted sprouting sprung squint squinted squinting squints stack stacked stacking
  stacks stammer stammered stammering stammers stamped stamping stare stared stares staring starred
  starring start started starting starts steer steered steering steers step stepped stepping steps
  sticking stir stirred stirring stirs stitch stitched straddle straddled straddles straddling strategise
  strategised strategises strategising strategize strategized strategizes strategizing streamline
  streamlined streamlines streamlining strengthen strengthened strengthening strengthens stretch stretched
  stretches stretching striding strode stroll strolled struggle struggled struggles struggling stuck
  studded stumble stumbled stumbles stumbling styled styling substantiate substantiated substantiates
  substantiating surmise surmised surmises surmising sustain sustained sustaining sustains sway swayed
  swaying sways swear swears sweep sweeping sweeps swept swing swinging swings swirl swirled swirling
  swirls swore sworn swung symbolise symbolised symbolises symbolising symbolize symbolized symbolizes
  symbolizing tabulate tabulated tabulates tabulating tackle tackled tackles tackling tallied tallies
  tally tallying tantalise tantalised tantalises tantalising tantalize tantalized tantalizes tantalizing
  tapped tapping task tasked tasking tasks tease teased teases teasing tempt tempted tempting tempts tend
  tended tending tends thanked thanking threw thrive thrived thrives throw throwing thrown throws thrust
  thrusting thrusts tick ticked ticking ticks tilt tilted tilting tilts tinker tinkered tinkering tinkers
  toggle toggled toggles toggling toiled toiling toss tossed tosses tossing touch touched touches touching
  tout touted touting touts toyed toying traced tracing tracked tracking trailblazing transcribe
  transcribed transcribes transcribing translate translated translates translating traverse traversed
  traverses traversing tread treading treads trod trodden trot trots trotted trotting trumpeted trumpeting
  tune tuned tunes tuning tweak tweaked tweaking tweaks tweeted tweeting uncover uncovered uncovering
  uncovers underpin underpinned underpinning underpins underscore underscored underscores underscoring
  understate understated understates understating unearth unearthed unearthing unearths unfold unfolded
  unfolding unfolds unleash unleashed unleashes unleashing unlock unlocked unlocking unlocks unpack
  unpacked unpacking unpacks unravel unraveled unraveling unravels unveil unveiled unveiling unveils
  upheld uphold upholding upholds upset upsets urge urged urges urging usher ushered ushering ushers utter
  uttered uttering utters validate validated validates validating varied varies vary varying ventured
  venturing vie vied vies vindicate vindicated vindicates vindicating visualise visualised visualises
  visualising visualize visualized visualizes visualizing voice voiced voices voicing vying wade waded
  wades wading wake wakes waking wander wandered wandering wanders warn warned warns watched watching
  welcomed whet whets whetted whetting whip whipped whipping whips whisper whispered whispering whispers
  wield wielded wielding wields wince winced winces wincing wink winked winking winks woke woken worried
  worries worry worrying wowed wowing wrap wrapped wraps wrestle wrestled wrestles yawn yawned yawning
  yearn yearned yearning yearns yell yelled yelling zigzag zigzagged zigzagging zigzags zip zipped zipping
  zips`,

  // Adjectives that only colour
  `abovementioned abovenamed abrupt absorbing abundant abysmal accessible acclaimed accompanying adept
  adequate admirable adorable advisable aesthetic aforementioned agile alarming allout alluring ambitious
  amicable ample amusing angry anxious appalling apparent appealing appropriate apt arduous articulate
  assorted astute atrocious attentiongrabbing attentive attractive audacious auspicious authentic
  authoritative avid aware awkward beautiful beloved beneficial bitesize bitesized bizarre blazing
  bleak blistering bold bolder bonkers boring bouncy brainy brandnew brave breakneck breathless
  breathtaking breezier breezy bright brighter brisk broad broader bubbly bulky bullish bumpy busy calm
  candid canny careful casual catchy cautionary cautious charming cheeky cheerful chic classy clever
  clumsy coherent colorful colourful comfortable comforting comical commendable compelling competent
  complimentary conceivable concerted confident conspicuous convenient countless courageous coveted crafty
  cranky creditable crisp crucial crummy cryptic customary cute cuttingedge cynical dashing daunting
  deafening decisive definite delicate delightful desirable desperate dignified diligent dire discerning
  distinct distinctive diverse diversified doable dodgy dogged dominant doughty dreadful dreary dubious
  dull eager earnest earthshattering easygoing eclectic effortless elegant eloquent elusive eminent
  endearing endless enduring enterprising entertaining enthusiastic enviable envious epic essential
  esteemed eventful evident evocative exacting exhaustive exhilarating expansive explicit exquisite
  exuberant eyecatcher eyewatering fabled fair faithful famed familiar famous farflung farreaching
  farsighted fashionable fateful favorite favourite fervent feverish fierce fiercer fiery firstrate flashy
  flawless flimsy fond foolish foregoing formidable forthright fortuitous fortunate frantic frenetic
  frenzied fresh friendly frothy frugal fruitful furious fussy futuristic gamechanging geeky generous
  genial ghastly gimmicky glamorous glaring gleaming glittering glittery glorious glossy gorgeous graceful
  gracious gradual grander grandiose gratifying gritty groovy grueling gruelling grumpy gullible gutsy
  handsome hardwon harmonious hasty headlinegrabbing headlinemaking heady hearty hectic heroic highprofile
  hilarious honest horrendous horrific hotly humble humdrum humongous iconic idyllic iffy illustrious
  imaginative immaculate immaterial impartial impatient impeccable imperative implicit imposing incisive
  incomprehensible inconceivable incredulous inevitable inexplicable infamous influential informative
  ingenious inherent innovative inquisitive insightful inspirational instructive instrumental intelligible
  intense intricate intrinsic invaluable inventive ironic irresistible jaunty jazzy jealous jolly joyful
  joyous jubilant judicious juicy keen knowledgeable lackluster lacklustre lame laudable laughable lengthy
  lenient likable likeable lively lofty logical longawaited longheralded longstanding longtime loud lousy
  lovable loyal lucid lucky lucrative ludicrous lukewarm luminous lush magical majestic marvellous
  marvelous measly mediocre merry meteoric meticulous mighty mild mindblowing mindblown mindboggling
  mindful miraculous misleading modern momentous monumental moody motivated motley muchanticipated
  muchhyped muchneeded muchtouted muchvaunted muddled multifaceted mundane myriad mysterious naive nascent
  neat neater negligible nerdy nervous newfound nextlevel nicer nifty nimble noble nostalgic nuanced
  numerous oblivious obscure observant oftcited oftquoted ominous optimistic opulent orderly ornate
  outright outsize outsized outspoken overarching overwhelming painstaking palpable paltry paramount
  passionate pathetic peculiar peerless peppy perceptible perfect perky persistent persuasive pertinent
  petty phenomenal picturesque piddling piecemeal pitiful pivotal pleasant pleasing plentiful plucky
  ponderous popular posh potent powerful practical praiseworthy predominant preeminent presentable
  prestigious prevalent pricey princely pristine prodigious profound prolific prominent prompt proud
  provocative prudent pulsating punchy puny purposeful pushy quaint questionable quintessential quirky
  racy radiant rampant rapt rational ravishing reasonable receptive recognisable recognizable redoubtable
  refreshing relentless renowned resilient resolute resounding resourceful respectable respected
  respective responsive restless rhetorical rigorous riveting rolypoly rosy rough rousing ruthless
  sanguine sassy satisfactory satisfying savvy sceptical scintillating scrupulous seamless selfstyled
  sensational sensible sentimental serene serious shaky sharp sharper sheer shinier shiny shoddy shrewd
  sincere sizeably sizzling skeptical sketchy skilful skillful sleek sleeker sleepy slick smashing smooth
  smoother smug snappy snazzy snug sober socalled soidisant solemn spanking spiffy spirited splashy
  spotless squeaky stalwart standout stark startling stately stateoftheart staunch steadfast stellar
  stimulating storied strenuous stringent stubborn studious stupefying stupendous stylish suave sublime
  subtle succinct suitable sumptuous sundry superlative surreal swanky swish sympathetic systematic
  tangible tangled tasteful tenacious tepid terse thankful thorny thorough thoughtful thoughtprovoking
  thunderous tidy timeless timely tiptop tired tireless tolerable topical topnotch toptier torrid tougher
  towering transformative transparent trendy trickier tricky triumphant trivial trusty tumultuous
  turbulent ubiquitous ultimate umpteen unabated unambiguous unassailable unassuming unbeatable
  unbelievably unbridled uncanny uncommon undeniable undermentioned understandable underwhelming
  undisputed undoubted unexpected unfamiliar unfathomable unfazed unforgettable unfortunate unimaginable
  unimpressive uninspiring uninterrupted unique unmatched unmissable unmistakable unparalleled
  unprecedented unquestionable unreal unrelenting unrivaled unrivalled unseen unstoppable unsung
  unsurpassed unusual unwavering upandcoming upbeat uplifting usable usual utmost vague valiant valuable
  vaunted veritable vigilant visible visionary vital vivid wacky wary watchful watertight welcoming
  wellestablished wellknown wellregarded whimsical wholehearted wholesome wicked wide wider wideranging
  widespread wily wise wishful witty wobbly wondrous wordy workable worldbeating worldclass worldleading
  worldrenowned worrisome worthwhile worthy zany zealous zesty zingy zippy`,

  // Adverbs and connectives
  `aback abruptly absurdly abundantly adequately admirably adroitly afoot aforesaid afresh aggressively
  aglow ahoy alas albeit alike alongside aloud ambitiously amid amidst amok amply analytically anew anon
  anxiously anyplace apace appropriately apropos aptly arguably artfully assiduously assuredly
  astonishingly astoundingly astray astride astutely attractively audaciously auspiciously avidly awash
  awfully awhile awkwardly ballparkish beautifully betimes betwixt blatantly blindly bluntly boisterously
  boldly bravely breathtakingly brightly brilliantly briskly broadly busily calmly candidly casually
  cautiously ceaselessly charmingly cheekily cheerfully cleverly closely clumsily coherently comfortably
  commendably compellingly competently comprehensively conceivably concertedly confidently conscientiously
  consciously consequently conspicuously continually continuously conveniently convincingly coolly
  courageously creatively credibly crisply crucially curiously daringly dazzlingly dearly decidedly
  decisively deftly deliberately delicately desperately devilishly diligently distinctly dramatically
  drastically dreadfully dubiously duly dutifully dynamically eagerly earnestly easily effectively
  efficiently effortlessly elegantly emphatically endlessly energetically enthusiastically epically
  erelong ergo evermore exceedingly exceptionally excessively excitingly expertly explicitly explosively
  expressly exquisitely extensively extraordinarily eyewateringly fabulously faithfully famously
  fantastically favorably favourably fearlessly ferociously fervently feverishly fiendishly fiercely
  figuratively firmly fittingly flawlessly fondly forcefully foremost forever formidably forsooth
  forthwith fortuitously frantically freshly frightfully fruitfully furiously gamely generously gently
  gingerly gladly gloriously gracefully gradually greatly handily handsomely happily harmoniously hastily
  heartily hellishly hereabouts hereby herein hereunder heroically highlightedly hurriedly ideally
  imaginatively immeasurably immensely impatiently impeccably impishly implicitly importantly inasmuch
  incessantly incontrovertibly incredulously indefatigably indisputably indubitably ineluctably inevitably
  infamously infinitely ingeniously inherently inquisitively insanely inseparably insofar instantly
  instinctively intelligently intelligibly intensely intensively intentionally intently intrinsically
  invariably ironically irresistibly ish jauntily jokingly joyfully joyously judiciously justifiably
  keenly knowingly laboriously laughingly lavishly leisurely logically loosely loudly lovingly ludicrously
  madly magically magnificently majestically manifestly marvellously marvelously massively masterfully
  meaningfully memorably merrily meteorically methodically meticulously mightily miraculously momentously
  monumentally moreish mysteriously neatly nervously nevertheless nicely nigh nimbly nobly noisily
  nonetheless nutshell objectively oddly offhand oft oftentimes ominously optimally optimistically
  ordinarily outrageously overtly painfully painstakingly palpably passionately patiently peculiarly
  perceptibly perchance perfectly perforce persistently persuasively phenomenally pivotally plainly
  pleasantly pleasingly poignantly pointedly popularly positively potently powerfully pragmatically
  preposterously proactively profoundly prolifically prominently promisingly pronto proudly prudently
  purely purposefully purposely quietly quintessentially quizzically radically randomly rationally readily
  realistically reasonably reassuringly refreshingly regrettably relentlessly reliably repeatedly
  reputedly resolutely resoundingly resourcefully responsibly rhetorically ridiculously rightfully rightly
  rigorously robustly roundabout roundly routinely ruthlessly satisfactorily sceptically scrupulously
  seamlessly sensationally sensibly sharply sheerly shrewdly sic silently singlehandedly singularly
  sizably skeptically skilfully skillfully sleekly slickly smartly smoothly snappily soberly solemnly
  solidly someplace soundly spectacularly speculatively splendidly spontaneously squarely staggeringly
  starkly startlingly stoutly straightaway strenuously strikingly stubbornly stunningly stylishly subtly
  succinctly suddenly suitably superbly swimmingly systematically tangibly tellingly tenaciously terribly
  terrifically thereabouts thereupon thickly thoughtfully thunderously thusly tidily tightly tirelessly
  touchingly tremendously triumphantly trivially ubiquitously unabashedly unabatedly unambiguously
  uncannily unceasingly undeniably understandably undisputedly undoubtedly unequivocally unerringly
  unexpectedly unfailingly unimaginably uniquely unmistakably unnervingly unquestionably unreservedly
  unstintingly unswervingly untiringly unto unusually unwaveringly urgently utterly vaingloriously
  valiantly variously vehemently vibrantly vigilantly visibly vitally vividly vocally voraciously warmly
  weirdly whatsoever whereabouts wherefore wheresoever whereupon wherewith wherewithal whichsoever whither
  wholeheartedly whomever whomsoever widely wildly willingly wisely wittily wonderfully wonderingly
  wondrously worryingly worthily wryly yonder zealously zippily`,

  // Abstract nouns, nouns of talk, of writing and of chat
  `abstract abstracts absurdity abundance accuracy acumen adage adages ado advantage advantages adventure
  adventures affair affairs affection affections affinities affinity agility alacrity allure ambience
  ambiences ambiguities ambiguity analogies analogy anecdote anecdotes anger apex apexes appendix
  appendixes appetite appetites applause aptitude aptitudes arrangement arrangements artistry assertion
  assertions assessment assessments assignment assignments assortment assortments astonishment attention
  attentions attitude attitudes aura authenticity awareness awe backbone backdrop backdrops backgrounder
  backgrounders backstories backstory ballpark bandwagon bandwagons banter banters bargain bargains
  bedrock bedrocks behavior behaviors behaviour behaviours biggie biggies bla blah blessings blip blips
  blitz blitzes blueprint blueprints blunder blunders blurb blurbs boilerplate boilerplates boldface
  boldfaces boldness bombast bombasts boon boons bottomline bottomlines braggings brainchild brainpower
  brainteaser brainwave brainwaves bravado bravery bravura breadth breather breathers brevity brilliance
  brouhaha brouhahas brunt buck bucks bulletpoint bulletpoints buzzword buzzwords byline bylines byword
  bywords cachet cadence cadences cake caliber calibers calibre calibres caption captions catchphrase
  catchphrases catchword catchwords caveat caveats chance chances chaos chapter chapters charisma charm
  charms cheatsheet cheatsheets checklist checklists chit chits choice choices chore chores clarity cliche
  cliches clickbait clickbaits cliffhanger cliffhangers climax climaxes clincher clinchers clip clips
  closeup closeups clout coffers cogency cohesion colloquium comfort comforts commentaries commentary
  commotion commotions competence complexities complexity complication complications compliment
  compliments comprehension conceit conceits concept concepts confusion connotation connotations
  conscience consideration considerations consistencies consistency conundrum conundrums conversation
  conversations coolness cornerstone cornerstones courage coursework courseworks courtesy craze crazes
  credence credentials creed creeds crescendo crescendos crispness critique critiques crossroads crossword
  crosswords crunches crux cruxes cue cues cusp cusps cutout cutouts dataviz dateline datelines deadline
  deadlines dedication destinies destiny determination dilemma dilemmas diligence dint dints
  disappointment disappointments disarray disarrays discrepancies discrepancy discretion disposition
  dispositions dissertation dissertations distinction distinctions diversities diversity doggedness doodah
  doodahs doozies doozy dosh dough downside downsides drawback drawbacks drivel drivels drumbeat drumbeats
  dynamism eagerness earnestness earshot ebullience echos eclat eclats editorial editorials effervescence
  effort efforts elaboration elaborations elan elegance eloquence embarrassment embarrassments emblem
  emblems embodiment eminence empathy emphasis encore encouragement endnote endnotes enigma enigmas
  enthusiasm envies envy epilogue epilogues epitome epitomes equation errand errands essay essays essence
  etcetera ethos euphemism euphoria eventualities eventuality exactitude excellence excitement exclamation
  exclamations expertise explainer explainers exuberance eyeopener eyeopeners facet facets factoid
  factoids fame familiarity fanfare fantasies fantasy fascination fascinations fate fates favorites
  favourites feat feats feedback feeler feelers fervor fervour firsthand fizz flair flak flamboyance
  flashcard flashcards flattery flip flips fluke flukes flurries flurry foothold footholds footing
  footings footnote footnotes foray forays forefront forefronts foresight formalities formality format
  formats fortitude fractious framework frameworks frenzies frenzy freshness frustration frustrations
  gaiety gall gambit gambits gamechanger gamechangers gamut gamuts generosity genesis gesture gestures
  giddiness gimmick gimmicks glamor glamour gleam gleams glimmer glimmers glitz gloom glories glory
  gobbledygook goodies goodness goody grail grandeur gravitas greatness grit groove grooves groundswell
  groundworks gubbins guesswork guffaw guise guises gumption gumshoe gusto hallmark hallmarks handiwork
  handiworks hankerings happenstance happenstances hassle hassles haste haystack haystacks headstart
  headstarts headway hearsay heave heft hiatus hindsight hocuspocus hodgepodge hodgepodges homage homework
  honcho honchos honesty hoopla hoot hoots horror horrors hotchpotch hotchpotches hubbub hubbubs hubris
  hullabaloo hullabaloos humdinger humdingers hunch hunches hurdle hurdles hurlyburly hurrah hurrahs
  hurries hyperbole hyperboles hyperlink hyperlinks idiom idioms idiosyncrasy illustration illustrations
  imagination immediacy immensity imperatives implication implications importance impression impressions
  improvisation improvisations inclination inclinations incredulities incredulity inference inferences
  infographic infographics ingenuity inkling inklings innuendo innuendos inquisitiveness insistence
  insistences inspiration inspirations instinct instincts intellect intellects intensities intricacies
  intricacy intro intuition intuitions ironies irony jackpot jamboree jamborees jargon jealousy jest
  jitters jottings joy joys jubilation judgement judgements judgment judgments juggernaut juggernauts
  jumble jumbles juncture junctures justification justifications keenness kerfuffle kerfuffles keynote
  keynotes keyword keywords kickers kickoffs knack knacks knowhow kudos laurels layout layouts leanings
  lede leeway leeways legwork leitmotif leitmotifs limelight lingo listicle listicles litanies litany
  literal logic longing longings longread longreads longshot longshots lookout lookouts lore lucidity luck
  lustre lustres mainstay mainstays majesties majesty mania mantra mantras masterstroke masterstrokes
  mastery masthead mastheads matchup matchups maxim maxims meantime medley medleys megabucks melange
  melanges melodrama merriment metaphor metaphors mettle mettles midst midsts milestone milestones mindset
  mindsets mischief misconception misconceptions misery mishmash mishmashes misnomer misnomers
  misperception misperceptions misunderstanding misunderstandings modicum mojo momentum moniker monikers
  mood moods moola moolah morale motif motifs motivation motivations motive motives motto mottos mouthful
  mouthfuls mouthpiece mouthpieces moxie mumbojumbo muscle musings mysteries mystery mystique mystiques
  narration narrations narrative narratives necessities necessity newsflash newsflashes newsletter
  newsletters niceties niche niches nickname nicknames nitty nonsense nonsenses nostalgia notecard
  notecards notepad notepads notion notions notoriety nous nuance nuances numbercruncher numbercrunchers
  nutgraf nutshells obsession obsessions oddities oddity offing omen omens oneliner oneliners onepager
  onepagers onus oodle oodles oomph oped opeds optimism option options originality outro outros ovation
  ovations overkill overtone overtones overtures paean paeans pageantries pageantry pamphlet pamphlets
  panache panorama panoramas pantheon pantheons paperwork paradigm paradigms paradox paradoxes paragon
  parlance passion passions patience pep peps perception perceptions perfection perseverance persistence
  persuasion persuasions phenomena phenomenon phenomenons phrasing phrasings pie pitfall pitfalls pith
  piths pizzazz plaudits plethora plethoras plight plights ploy ploys poise polemic polemics pomp
  ponderings postscript postscripts posture postures pot potencies potency potluck powerpoint powerpoints
  practicalities practicality preamble preambles precept precepts predicament predicaments preference
  preferences prelude premonition preoccupation preoccupations presentation presentations prestige pride
  prides primer primers printout printouts prof prologue prologues prominence promptness pronouncement
  pronouncements proposition propositions prowess prudence pullquote pun punch punches punchline
  punchlines puns purse pursuit pursuits quagmire quagmires qualm qualms quandaries quandary quest quests
  quirk quirks rage ragtag rapport rarity rationale rationales razzledazzle razzmatazz readabilities
  readability readout readouts readthrough readthroughs reasoning reasonings reassurance reassurances
  rebuttal rebuttals recapitulation recapitulations reckonings recollection recollections reflection
  reflections refrain refresher regret regrets reiteration reiterations rejoinder rejoinders reminder
  reminders renown renowns repartee repertoire repertoires resemblance resemblances resilience resolve
  resolves resonance resonances resourcefulness respite retort retorts revelation revelations reverence
  rhapsody rhetoric riddle riddles rigmarole rigmaroles rigor rigour ringer ringers riposte ripostes
  ripple ripples roar roars role roles roundup roundups routine routines rubric rubrics rumination
  ruminations rumpus sanity sarcasm sass savoirfaire scads scene scenes scepticism schtick screenshot
  screenshots scrutiny semblance semblances sensation sensations sensibilities sensibility serendipity
  seriousness setup setups shakeup shakeups shame sharpness shebang shenanigans shimmer shimmers shindig
  shock shocks shoestring shoestrings shorthand shorthands shoutout shoutouts showdown showpiece
  showpieces showstopper showstoppers shtick sidebar sidebars sidelines sidenote sidenotes significance
  significances similarities similarity simplicity skepticism slant slants sleight slew slews slidedeck
  slidedecks slideshow slideshows slog slogan slogans smattering smidge smidgen smidgens smorgasbord
  smorgasbords snapshotting snark snippet snippets sobriety solidities solidity soundbite soundbites
  spadework spadeworks spate spates specificities specificity spectacle spectacles spiel spiels spite
  splat splendor splendour spotlight spotlights spree sprees sprinklings spunk squabble stamina stance
  stances standfirst standfirsts standpoint standpoints steppings steppingstone steppingstones stereotype
  stereotypes stickler storyline storylines straightforwardness stratagem stratagems stunt stunts stupor
  stupors style styles subheading subheadings subheadline sublimities sublimity subtext subtexts
  subtleties subtlety suggestion suggestions suitabilities suitability superlatives surprise surprises
  suspense swagger swath swathe swathes symbol symbolism symbols synergy synonym synonyms synopsis tack
  tacks tagline taglines talisman talismans talkingpoint talkingpoints tangent tangents tantrum tantrums
  taster tasters teachin teachins temperament temperaments temptation temptations tenacity tenet tenets
  terminologies terminology testament testaments testimonial testimonials thesis thingamajig thingamajigs
  thingies thingummies thingummy thingy thoroughness thoughtfulness thrill thrills throwback throwbacks
  tidbit tidbits tidings timeliness tinge tinges titbit titbits tizzy todo todos tome tomes tone tones
  totalities totality touchpoint touchpoints touchstone touchstones traction trailblazer trailblazers
  trait traits treatise treatises trepidation trepidations tribute tributes trick tricks trifle trifles
  triumph triumphs trivia trope tropes trove troves truism truisms tumult tumults twist twists typo typos
  ubiquity undercurrent undercurrents underdog underdogs understatement understatements undertone
  undertones uniqueness unveilings upshot upshots upside upsides usefulness utterance utterances vagaries
  vagary valor valour vanities vanity verbiage vernacular verve vibe vibes vigil vigor vigour vim virtue
  virtues virtuosities virtuosity vision visions vista vistas visualisation visualisations visualization
  visualizations vitality viva vivacity vogue volition volitions wad wads wallop wallops warchest warmth
  watchword watchwords whack whacks whammies whammy whatchamacallit whatchamacallits whatnot whatnots
  wherefores whiff whiffs whim whims whirl whirls whirlwind whizz whizzes whodunit wiggle wiggles wildcard
  wildcards willingness willpower wisdom wit wits wording wordings wordplay worksheet worksheets wrapup
  wrapups writeup writeups yackety yada yardstick yardsticks yearnings zeal zeitgeist zeitgeists zenith
  zeniths zest zing`,
].join(' ')

/** Fixed phrases that only colour although one of their words alone names something: art, class, edge, store. */
const PHRASES = [
  'in store|brand new|state of the art|cutting edge|high profile|world class|world leading|world beating|first rate',
  'first class|top notch|eye catching|eye watering|jaw dropping|head turning|mind boggling|game changing|game changer',
  'long awaited|hard won|up and coming|wide ranging|far reaching|full fledged|fully fledged|large scale|full scale',
  'so called|much vaunted|record breaking|record setting|trail blazing|ground breaking|in full swing|in the spotlight',
  'in the limelight|under the spotlight|on the map|on the table|on the cards|on the radar|on the horizon|in the bag',
  'in the news|back of the envelope|rule of thumb|off the top of your head|at the end of the day|by the way',
  'by the look of it|to the tune of|in one go|in black and white|a feather in its cap|put its money where its mouth is',
  'piece of the pie|piece of the cake|in the driving seat|in the fast lane|full steam ahead|at full throttle|bells and whistles',
]

export const SOFT_EN: ReadonlySet<string> = new Set([
  ...WORDS.split(/\s+/),
  ...PRESS_WORDS,
  ...ASKER_EN,
  ...PHRASES.flatMap((line) => line.split('|')),
])
