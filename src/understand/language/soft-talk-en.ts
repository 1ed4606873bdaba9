/**
 * English words of the talk around a question, a part of the soft words (soft-en.ts says what these are): the asker's work
 * and people, verbs of saying, thinking and working, feeling and emphasis. Sorted out of the twelve thousand commonest words
 * one by one. What restricts, negates, counts or dates is not here; tests/corpus/restricting-words.ts holds the door.
 */
const WORDS = `
  aah abide abides acceptably accidentally acclaim accusation accusations accustomed aching ack acquaint
  acquaintance acquaintances acquainted addendum adieu adios admiration admirer adore adored adores
  adoring affectionate affectionately affirmative aficionado afraid agitated agonising agonizing agony
  agreeable agreeably alarmingly allegation allegations alleging allusion allusions aloha alrighty
  amazement ambitiousness amen amigo amigos analysis anecdotal anecdotally anguish anguished annex
  annexe annotation annotations anticipation apologised apologising apologized apologizes apologizing
  appointment apposite appreciatively ardently arranging arrogance arrogant articulately ascribable
  ascribe ascribed ashamed asleep assertively assholes asterisked attaboy attach attaching attachment
  attachments attentively attentiveness attributable audition auditions aunt auntie aunts
  authoritatively autocorrect awake awed awesomely awestruck babbling bah ballparked baloney barf basics
  basis beefy begrudgingly behold belief believability believably believing bemused bemusedly
  benchmarking beseech beseeched beseechingly betcha beware bewilder bewildered bewildering bewilderment
  bibliographies bibliography bien bigshot bigwig bigwigs bizarrely blame blanks blaring bliss bloke
  bluff bluffed bluffing blurry blurt blurted bollocks bonjour bookmark bookmarked bookmarks boredom
  bossy bothered boyfriend bozo bravo breathe breathing briefed browsed browsing brushing brutal
  brutally bub budge budged budging buff buffs bugger bullshitting bummed bummer calmed calming
  captioned careless categorical categorically centerpiece centrepiece certainty certitude chant
  chanting chap chaps charade charades charmed chatted chattily chatting chatty cheerio childish chirpy
  chopchop chum ciao cinch classmate classmates clause clauses clearer clemency click clicks clipboard
  clueless cogent cogently coincidence coincidentally colloquial colloquially colour comfy commonly
  communicating compassionate compassionately complain complained complaining complains completely
  completeness comprehensiveness conceited conciseness concision conclusive conclusively condolences
  confess confessed confessing confession confidentiality configure configuring connoisseur consult
  consulted contacting contention contentions contrary convenience conversationally coordinate
  coordinating copypaste cordial cordially corny correctness correspondence corroboration
  counterintuitive counterintuitively courteous courteously cousin cousins cowardice cowardly coy coyly
  crappy crazed crazier crazily credibility creepy critic criticise criticised criticising criticism
  criticisms criticize criticized criticizes criticizing critics crooning cruel crunchtime cursing
  cutest cutie dad daddy daffy dammit dandy darling darlings darn darned daydream daydreaming dearest
  dearie decency deciding deferential definitively deliberated deliberating delightedly delirious
  deliriously delusion delusional delusions demonstrably deplorably depressing despair desperation
  despicable despise despised despises determinedly determining devastating devastatingly devious dialed
  dialing dialled dialling dialogue dialogues diary dibs dickhead dictate dictated dictates dictating
  disastrous disastrously disbelief disclaimer disclaimers discomfort discreet disgraceful disgracefully
  disgust disgusted disgusting disrespectful distract distracted distracting distraction distractions
  distracts distraught disturbing disturbingly ditto dizzy documentation doggedly doggone dollop doodle
  doodled doodles doodling dork downright dread dreaded dreading dreads dreamer dreamy drool drooled
  drooling drools duh dumber dumbest dumbfounded dumbstruck dummy easiest edgy edition editions editor
  editors eerie eerily elaborating eloquently elucidate elucidated elucidation embarrass embarrassed
  embarrassing emoji emojis emotion emotional emotionally emotions emptiness enigmatic enlightenment
  enquiring enthusiast err errs erudite esteem eternity etiquette eureka evaluate evaluates evaluating
  evasive evasively exactness exaggerate exaggerates exaggerating examiner examiners excellency
  exhausting exhaustingly exhaustion expeditiously explanatory exposure expressed expressing eyeball
  eyeballed eyeballing facepalm factbox fad fads fairness faithfulness fanatic fanatical fanatically
  fanatics fantasise fantasize fantasizing farce farewell fatigue fatigued fault fearful fearfully
  felicitations fella fellas fiance fiancee fiasco fiascos fiend fixes fixing flabbergasted flustered
  fodder foggy fomo font fonts fool fooled fooling foolishness fools forbearance fore formatting
  frazzled freak freaked freaks freaky freshen freshening fretful frfr frigging fright frighten
  frightened frightening frighteningly frightens frown frowned frowning frowns funnier funnily fury
  futile fuzzy fwd garbled gargantuan gasp gasped gasping gasps geek geeks genius geniuses gentle
  genuinely genuineness germane gibberish giddy ginormous girlfriend glare glared glaringly glitch
  glitches gloat gloated gloating gloats gloomy glossaries glossary gobsmacked goddam goddammit golly
  goodnight goof goofed goofing goofs goofy gossipy gotcha gotchu gracias graciously gramps granddad
  granddaddy granddads granddaughter grandma grandmother grandpa grandson granny grapevine graphically
  grazie greedy grim groaning growl growled growling growls grudge grudgingly gruesome grunt grunts
  guesstimate guesstimates guru gurus gutted habit habits hah hallelujah hallucinate hallucinating
  hallucination hallucinations handwriting hardworking hark harsh hateful hath hatred haunting hazy
  headache headaches header headers headliner headsup heartbreak heartbreaking heartbroken heartfelt
  heartless heavens heinous hellhole helpfulness hesitancy hesitantly hesitation hesitations hideous
  highness hola holler hollered hollering homesick homey hon honourable hooray hopeful hopeless
  hopelessly hopped hopping horrendously horribly horrid horrified horrifying horrifyingly horseshit
  hostility hotshot hottie huddle huddled huddles huddling humbug humiliate humiliated humiliating
  humiliation humility humor humour hurray hush hypocrisy hypocrite hypotheses hypothesis hysteria
  hysterical identifying idiomatic idiotic ignorance ignorant ikr illegible illusion illusions imagining
  imbecile impossible improvise improvised improvises improvising inappropriate incompetent
  inconvenience inconvenient inconveniently indication indications indulgence indulgent infobox
  informational inquiringly insanity insecure insensitive instruct instructed instructing instructs
  insult insulted insulting insults interrupt interrupting interview interviewing interviews intimidated
  intimidating intrude intruding intuitively invitation irrational irresponsible irritate irritated
  irritates irritating istg italicised itching itchy jackass jeez jerk jerks jiffy jive jog jogged jogs
  journal judgemental judgmental jumpy kidding kiddo kindest kindness knackered lad laddie lamentably
  lastminute laughter layman laymen laypeople layperson lectern legible legibly lesson lessons liar
  liars lifeblood listen listened listening listens lmk loathe loathed loathes loathing looky loony lord
  lordship lordy loved loving lowkey lucidly luncheon luncheons lurk lurking madame mademoiselle madness
  mama mamma maniac manuscript math mayhem meaningless meditate meek meekly melancholy mentor merci
  merciful mercifully mercy mess messed messes messin messing messy metaphorical metaphorically milord
  minding mindless mindlessly miracle miracles miserable misfortune misfortunes misgivings misguided
  misplace misplaced misplacing misprint misprinted misprints missus missy misunderstand misunderstands
  misunderstood mockery modesty moi momma monsieur monstrous monstrously morsel morsels motherfucker
  motherfuckers motherfucking mourn mourned msg msgs murky murmur murmured murmuring murmurs mushy
  musingly mutter muttered muttering mutters mystical mystified mystifying myth myths narrator nasty
  naughty nauseous naw neatened needless needlessly nephew nerd nerds newbie newbies newsworthiness
  nicest niece nightmare nightmares nitpicky nonplussed noob nosy notch notches noticing notorious
  notoriously nub nuisance obligated obliging obligingly obnoxious obsessive obsessively occasion omgg
  oof optimist optimists organise organising organizing ouch oui outrage outrageous overdid overdo
  overdoing overly overrated overreact overreacted overreacting overwhelmed painful painless painlessly
  pang pangs panicked panicking panicky papa paradoxical paradoxically paranoia paranoid partying
  passerby pathbreaking peacefully peachy pedant pedantic peek peeked peeking peeks perceptive
  pertinence pertinently perusal pfft phew philosophical philosophically picky pictorially pictured
  picturing pity platitude platitudes plausibility plausibly plotline poetic pointer pointers pointless
  pompous poof posthaste precaution precautions precis predictable predictably preferably preoccupied
  preposterous pretending pretends pretentious pretext priceless prick profusely proverb proverbs psst
  psyche psyched puke puking punctual punctually putz puzzlement queriedly ranted rattle rattled rattles
  rattling reaction rearrange rearranged rearranging recapped recapping reckless redid redo redoes
  redoing refreshed regurgitate regurgitated rehearsal rehearsals rehearsing relates relating relax
  relaxing relive relived reliving reluctance reluctant reluctantly remembered remembering reminded
  reminiscent remorse repent repented repulsive respectably respectful responded responding restate
  restating rested reviewer reviewers revolting rewrite rewrites rewriting rewritten rewrote riddance
  ridicule ridiculed righteous righteousness rookie roommate roommates roughish rude rumble rumbling
  ruminate ruminated ruminating rusty sad sadness salience salient salutations sane sarcastic
  sarcastically sarge sayin sayonara scaring scary schmuck scratch scratched scratches scratching scrawl
  scrawled screech screeching screengrab screwed screwing screwy scribbler scuttlebutt selfish selfless
  selflessly seminal senor sensed senseless sentiments serendipitously serenity sexy shalt shameful
  shamefully shameless shamelessly shareable shh shockingly shouted shouting shoving shucks shush
  shushed sidekick sidekicks signor simpler sincerity sinister sire sleazy slept sloppy slumber smiley
  sneaky snob snobbish snobs snore snoring snowed sobbing sobriquet sobs solicitude sordid sorrow
  speculation speeches speechless spell spelled spelling spelt spoken spook spooked spooks spooky squawk
  squawked squawking squeak squeaking squeal squealed squealing squeals startled statement statements
  steadfastly steeply stepfather stepmother stifling stinking straighten straightening strangely
  stressful stressing strung stumped stunned stupidest stupidity stutter stuttered stuttering
  subconscious subconsciously subplot suck sucked sucker suckers sucking sucks suffice suffices
  summation summon summoned superficial superiors supervisor supportive suppose supposing sus suspicion
  suspicions swamped swearing sweating sweetest sweetheart sweethearts sweetie sympathise sympathising
  sympathize sympathized sympathizes sympathizing synopses syntax tacit tacitly tactic tactics tada
  teamwork teeny telephoned telephoning tellin terrified terrifying testified testify testifying
  testimonies testimony thee theories thine thou thrilled thud thumbnail thumbnails thump thy tickle
  tickled tickles tiddly timid timidly tis tolerance tolerate topicality torment tormented tormenting
  torments touchy tough tragic tragically transcript transcripts treacherous treacherously trembled
  trembling triplecheck troubleshooting troublesome troubling troublingly trusted trusting
  trustworthiness truthfully tsk typed typing ugly unaware unbearable unbearably uncle uncles
  uncomfortable underlining undersigned uneasily uneasy unequivocal unforgivable unforgivably ungrateful
  unhappy unlucky unpleasant unpredictable unprofessional unprofessionally unreasonable unrounded
  unspeakable unspeakably unsubscribe unsurprisingly untidy upsetting uptight urgency vaguely vain
  vantage verbatim verifiably versed vibing vile visually vocabulary voila vouch vouched vouches
  vouching wacko wait waits wanted warily warmest wasting weary weblog weightiness weirder weirdest
  weirdo wham whee whew whimper whimpering whimpers whine whines whining whiz whoo whoopee whoops
  whopper whoppers wilfully wiser wished wishing wishlist wishlists woe woefully woes wonderment wonk
  wonkish wonks wonky wont woof woohoo wrestling wuss xoxo yah yass yasss yea yippee yolo yoohoo youse
  yuck yum zingers
`

export const SOFT_TALK_EN: readonly string[] = WORDS.trim().split(/\s+/)
