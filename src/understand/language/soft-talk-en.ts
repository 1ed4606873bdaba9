/**
 * English words of the talk around a question, a part of the soft words (soft-en.ts says what these are): the asker's work
 * and people, verbs of saying, thinking and working, feeling and emphasis. Sorted out of the twelve thousand commonest words
 * one by one. What restricts, negates, counts or dates is not here; tests/corpus/restricting-words.ts holds the door.
 */
const WORDS = `
  aah abide abides accidentally accusation accusations accustomed aching acquaintance acquaintances
  acquainted adieu adios admiration admirer adore adored adores adoring affectionate affectionately
  affirmative afraid agitated agony agreeable agreeably aloha alrighty amen amigo amigos analysis anguish
  anguished annex annotation annotations anticipation apologised apologising apologized apologizes
  apologizing appointment arranging arrogance arrogant ashamed asleep assholes attaboy attach
  attaching attachment attachments audition auditions aunt auntie aunts awake babbling bah baloney barf
  basics basis behold belief believing beseech beseeched betcha beware bewildered
  bewildering bibliographies bibliography bien blame blanks blaring bliss bloke bluff bluffed
  bluffing bollocks bonjour bookmark bookmarked bookmarks boredom bossy bothered boyfriend bozo bravo
  breathe breathing briefed browsed browsing brushing brutal brutally bub budge budged budging buff buffs
  bugger bullshitting bummed bummer calmed calming careless certainty chant chanting chap chaps charade
  charades charmed chatted chatting cheerio childish chum ciao cinch classmate classmates clause clauses
  clearer clueless coincidence comfy commonly communicating compassionate compassionately complain
  complained complaining complains completely conceited confess confessed confessing confession
  confidentiality configure configuring consult consulted contacting contrary coordinate coordinating corny
  correspondence cousin cousins cowardice cowardly coy coyly crappy crazed crazier crazily credibility
  creepy critic criticise criticised criticising criticism criticisms criticize criticized criticizes
  criticizing critics crooning cruel cursing cutest cutie dad daddy daffy dammit dandy darling darlings darn
  darned dearest dearie decency deciding deliberated deliberating delirious deliriously delusion delusional
  delusions depressing despair desperation despicable despise despised despises determining devastating
  devastatingly devious dialed dialing dialled dialling dialogue dialogues diary dibs dickhead dictate
  dictated dictates dictating disastrous disastrously disclaimer disclaimers discomfort discreet disgraceful
  disgracefully disgust disgusted disgusting disrespectful distract distracted distracting distraction
  distractions distracts distraught disturbing ditto dizzy documentation doggone doodle doodled doodles
  doodling dork downright dread dreaded dreading dreads dreamer dreamy drool drooled drooling drools duh
  dumber dumbest dummy easiest edgy edition editions editor editors eerie eerily embarrass embarrassed
  embarrassing emotion emotional emotionally emotions emptiness err errs esteem eternity etiquette evaluate
  evaluates evaluating evasive evasively exaggerate exaggerates exaggerating examiner examiners excellency
  exhausting exhaustingly exhaustion exposure expressed expressing fairness fanatic fanatical fanatically
  fanatics fantasize fantasizing farce farewell fatigue fatigued fault fearful fearfully fella fellas fiance
  fiancee fiasco fiascos fiend fixes fixing font fonts fool fooled fooling foolishness fools fore formatting
  freak freaked freaks freaky freshen freshening frigging fright frighten frightened frightening
  frighteningly frightens frown frowned frowning frowns funnier fury futile fuzzy fwd
  gasp gasped gasping gasps geek geeks genius geniuses gentle genuinely gibberish giddy girlfriend glare
  glared glitch glitches gloat gloated gloating gloats gloomy glossaries glossary goddam goddammit
  golly goodnight goof goofed goofing goofs goofy gotcha gracias gramps granddad granddaddy
  granddads granddaughter grandma grandmother grandpa grandson granny grazie greedy grim groaning growl
  growled growling growls grudge gruesome grunt grunts guru gurus habit habits hah hallelujah hallucinate
  hallucinating hallucination hallucinations handwriting hardworking hark harsh hateful hath hatred haunting
  headache headaches header headers heartbreak heartbreaking heartbroken heartless heavens heinous hellhole
  hesitation hesitations hideous highness hola holler hollered hollering homesick homey hon honourable
  hooray hopeful hopeless hopelessly hopped hopping horrendously horribly horrid horrified horrifying
  horrifyingly horseshit hostility hotshot hottie huddle huddled huddles huddling humiliate humiliated
  humiliating humiliation humility humor humour hurray hush hypocrisy hypocrite hypotheses hypothesis
  hysteria hysterical identifying idiotic ignorance ignorant illusion illusions imagining imbecile
  impossible improvise improvised improvises improvising inappropriate incompetent inconvenience
  inconvenient inconveniently informational insanity insecure insensitive instruct instructed instructing
  instructs insult insulted insulting insults interrupt interrupting interview interviewing interviews
  intimidated intimidating intrude intruding invitation irrational irresponsible irritate irritated
  irritates irritating itching itchy jackass jeez jerk jerks jiffy jive jog jogged jogs journal judgemental
  judgmental jumpy kidding kiddo kindness lad laddie laughter liar liars listen listened listening listens
  loathe loathed loathes loathing looky loony lord lordship lordy loved loving luncheon luncheons lurk
  lurking madame mademoiselle madness mama mamma maniac manuscript math mayhem meaningless meek meekly
  melancholy mentor merci merciful mercy mess messed messes messin messing messy milord minding mindless
  mindlessly miracle miracles miserable misfortune misfortunes misguided misplace misplaced misplacing
  missus missy misunderstand misunderstands misunderstood mockery modesty moi momma monsieur monstrous
  monstrously motherfucker motherfuckers motherfucking mourn mourned msg msgs murmur murmured murmuring
  murmurs mushy mutter muttered muttering mutters mystical myth myths narrator nasty naughty nauseous naw
  needless needlessly nephew nerd nerds newbie newbies nicest niece nightmare nightmares nosy notch notches
  noticing nuisance obligated obnoxious obsessive obsessively occasion optimist optimists organise
  organising organizing ouch oui outrage outrageous overdid overdo overdoing overly overrated overreact
  overreacted overreacting overwhelmed painful painless painlessly pang pangs panicked panicking panicky
  papa paranoia paranoid partying peacefully peachy peek peeked peeking peeks perceptive phew philosophical
  philosophically picky pictured picturing pity poetic pointer pointers pointless
  pompous poof precaution precautions predictable preferably preoccupied preposterous pretending pretends
  pretentious priceless prick psst psyche psyched puke puking putz ranted rattle
  rattled rattles rattling reaction rearrange rearranged rearranging reckless redid redo redoes redoing
  rehearsal rehearsals rehearsing relates relating relax relaxing relive relived reliving reluctant
  reluctantly remembered remembering reminded remorse repent repented repulsive respectful responded
  responding rested reviewer reviewers revolting rewrite rewrites rewriting rewritten rewrote riddance
  ridicule ridiculed righteous righteousness rookie roommate roommates rude rumble rumbling rusty sad
  sadness sane sarcastic sarcastically sarge sayin sayonara scaring scary schmuck scratch scratched
  scratches scratching screech screeching screwed screwing screwy selfish selfless selflessly senor sensed
  senseless sentiments serenity sexy shalt shameful shamefully shameless shamelessly shh
  shouted shouting shoving shucks shush shushed sidekick sidekicks signor simpler sincerity sinister
  sire sleazy slept sloppy slumber smiley sneaky snob snobbish snobs snore snoring sobbing sobs sordid
  sorrow speeches speechless spelled spelling spoken spook spooked spooks spooky squawk squawked squawking
  squeak squeaking squeal squealed squealing squeals startled statement statements stepfather stepmother
  stifling stinking straighten straightening strangely stressful strung stumped stunned stupidest
  stupidity stutter stuttered stuttering subconscious subconsciously suck sucked sucker suckers sucking
  sucks suffice suffices summon summoned superficial superiors supervisor supportive suppose supposing
  suspicion suspicions swearing sweetest sweetheart sweethearts sweetie sympathise sympathising sympathize
  sympathized sympathizes sympathizing syntax tactic tactics teamwork teeny telephoned telephoning tellin
  terrified terrifying testified testify testifying testimonies testimony thee theories thine thou thrilled
  thud thumbnail thumbnails thump thy tickle tickled tickles timid timidly tis tolerance tolerate torment
  tormented tormenting torments touchy tough tragic transcript transcripts treacherous treacherously
  trembled trembling troubleshooting troublesome troubling trusting truthfully tsk typed typing ugly unaware
  unbearable unbearably uncle uncles uncomfortable uneasily uneasy unforgivable unforgivably ungrateful
  unhappy unlucky unpleasant unpredictable unprofessional unprofessionally unreasonable unspeakable
  unspeakably unsubscribe upsetting uptight vaguely vain vile vocabulary voila vouch vouched vouches
  vouching wacko wanted wasting weary weblog weirder weirdest weirdo wham whee whew whimper whimpering
  whimpers whine whines whining whiz whoo whoopee whoops wiser wished wishing wishlist wishlists woe woes
  wont woof wuss yah yea youse yuck yum
`

export const SOFT_TALK_EN: readonly string[] = WORDS.trim().split(/\s+/)
