/**
 * Who asks, for whom and what for: "my editor", "for our readers", "a slide", "would you happen to know". Taken as
 * phrases, because the words alone may name something: editors and customers can be counted, a paper may be a product
 * and "would" a plan.
 */
const DETERMINERS = ['my', 'our', 'your']
const PERSONS = [
  'editor|editors|boss|chief|supervisor|director|manager|team lead|client|clients|customer|customers|audience|readers',
  'viewers|listeners|subscribers|followers|students|student|class|pupils|teacher|professor|tutor|colleague|colleagues',
  'coworker|coworkers|co worker|intern|analyst|analysts|investor|investors|committee|board|minister|mayor|ambassador',
  'uncle|aunt|father|mother|dad|mum|mom|brother|sister|wife|husband|son|daughter|cousin|neighbour|neighbor|flatmate',
  'roommate|landlord|driver|taxi driver|hairdresser|friend|friends|mate|mates|team|desk|newsroom|bureau|office|firm',
  'company|employer|fund|bank|department|agency|think tank|embassy|paper|newspaper|magazine|journal|outlet|channel',
]
const WORKS = [
  'article|piece|story|feature|column|report|paper|essay|thesis|dissertation|homework|assignment|project|research',
  'study|book|blog|newsletter|podcast|presentation|talk|speech|lecture|seminar|workshop|class|course|deck|slides|slide',
  'pitch|memo|note|notes|brief|briefing|draft|script|spreadsheet|model|database|chart|table|poster|quiz|meeting|call',
  'conference|interview|deadline|records|files|archive|figures|numbers|data|statistics|spreadsheets|sheet',
]
/** Where a work has no owner: "for a school project", "in tomorrow's meeting". */
const ERRANDS = [
  'school project|class project|uni project|university project|term paper|term papers|research paper|research note',
  'policy brief|pub quiz|news desk|news story|news report|news item|press release|press review|slide deck|slide show',
  'pitch deck|cheat sheet|fact sheet|fact check|fact checking|double check|double checking|double checked|cross check',
  'cross checking|spot check|sanity check|desk research|board meeting|team meeting|editorial meeting|editorial board',
  'board paper|think tank|a colleague of mine|a friend of mine|colleague of mine|friend of mine|by tomorrow|for tomorrow',
  'tomorrow morning|by tonight|by noon|by friday|by monday|this morning|this afternoon|on deadline|of interest',
  'interests me|interests us|interests our readers|interest me|interest us|in the paper|in the papers|in the press',
  'the papers|the paper says|on television|on tv|on the radio|on twitter|on weibo|on wechat|media reports|media report',
  'set up shop|sets up shop|setting up shop|a decade apart|decades apart|years apart|ten years apart|build out|buildout',
  'plot worthy|worth plotting|care about|cares about|whole range of|the full range of|a year or so|give or take',
  'itself printed|as printed|printed it|so to speak|as it were|in my head|in mind|at hand|to hand|in a row|in the end|all in all|by all accounts|no less',
  'in the base|in your base|in the database|in your database|in the data base|in your data|in your records|set up operations|sets up operations|setting up operations|start operations|begin operations|commence operations|have confirmed|has confirmed|settle a bet|settle an argument|settle a dispute|settle this|win a bet|bar bet|pub bet|do the needful|the needful|as per|as per your data|as per the data|as per records|as per reports|the said|aforesaid|aforementioned|abovementioned|above mentioned|herewith|hereby|inter alia|pursuant to|in respect of|with respect to|with regard to|with regards to|in regards to|in regard to|pertaining to|for the period|on a best effort basis|at the earliest|at your earliest convenience|for the record|for our records|for my understanding|off the top of your head|a batch of|the batch of|batch of|a bunch of|a raft of|a slew of|a string of|a clutch of|a series of|a package of|all on one day|on one day|on a single day|in one go|at one go|at a stroke|both components|each component|the components|the addends|both addends|both parts|both terms|for what it is worth|fwiw|tldr|tl dr|eli5|asap',
  'a client|one client|client asks|client asked|a customer asks|asked us|asks us|asked me|asks me|team here|here from the team',
  'i am meeting|im meeting|we are meeting|were meeting|we are benchmarking|were benchmarking',
  'beijing review|global times|xinhua news agency|peoples daily|south china morning post|shenzhen daily|shanghai daily|china economic net|caixin global|the financial times|the economist|wall street journal',
  'by the sea|at sea|on the sea|in the sea|out at sea|out to sea|along the sea|off the coast|still finishing|just finishing|finishing off|finishing up|finishing a|finishing the|finishing my|finishing our|im finishing|busy finishing|a deck|the deck|a slide|a slide deck|a memo|a briefing|a pitch|a presentation|a speech|a lecture|a newsletter|a podcast|an essay|a thesis|a dissertation|a spreadsheet|a handout|an infographic|an explainer|a backgrounder|a dossier',
  'wire copy|wire story|wire piece|newswire|for the wires',
  'for the morning note|morning note|morning meeting|evening note|market wrap|for the desk|the desk',
  'if the source has one|if the source has it|if the source gives one|if the source gives it|if your source has it|if your source has one',
  'if the source says|if the source says so|if the source prints it|if the sources have it|if a source has it|if given in the source',
  'if it is in the source|if its in the source|if the article has it|if the article gives it|if the article says|as the source gives it',
  'a presence|presence in|established a presence|has a presence|have a presence|with a presence|set up a presence|a foothold|foothold in',
  'for completeness|for the sake of completeness|completeness of|for reference|for ease of reference|for good order|for good measure',
  'one for the wire|quick one for the wire|beginning with the|beginning from the|starting with the|starting from the|begin with the|start with the',
  'car leaves|car leaves in|cab leaves|cab is waiting|cab is here|taxi is waiting|train leaves|train leaves in|flight leaves|plane leaves',
  'bus leaves|my train|my flight|my plane|my bus|boarding soon|boarding now|about to board|on my way|on the way out|running late',
  'boarding in|leaves in 5|leaves in 10|leaves in 15|leaves in 20|car leaves in 5|car leaves in 10|train leaves in 5|train leaves in 10',
  'in a sec',
  'on air in|on air|on camera|on mic|on the show|for the show|for the pod|for the podcast|for the programme|for the program',
  'news outlet|media outlet|paragraph on|a paper on|a paper about|paper on|talking point|talking points|speaking notes',
]

/** Passed over aloud. */
export const ASKER_EN: readonly string[] = [
  ...DETERMINERS.flatMap((whose) => listed([...PERSONS, ...WORKS]).map((one) => `${whose} ${one}`)),
  ...listed(ERRANDS),
]

/** Politeness whose words alone would name a plan, passed over in silence. */
export const POLITE_EN: readonly string[] = listed([
  'i would|we would|id love|would love to|would like to|would like|would you|would you happen to know|would you know',
  'would you mind|would you please|would you say|would anyone|would anybody|would someone|would somebody|would it be',
  'would it be possible|would be great|would be nice|would be good|would be helpful|would be useful|would be lovely',
  'would be handy|would be perfect|would be ideal|would be fine|would be enough|would do|would help|that would be',
  'will you|will do|shall i|shall we|will you please|so that i can|so i can|if you will|as you will|whatever you will',
  'going to write|going to publish|going to present|going to need|going to quote|going to use|about to file',
  'about to publish|about to present|planning a story|planning a piece|planning an article|planning to write',
  'planning to publish|planning to visit|expected to know|expected to write|supposed to write|supposed to present',
  'i plan to|we plan to|i am planning|im planning|i intend to|we intend to|i will|we will|ill be|i am going to|im going to',
  'i am about to|im about to|i promised|i announced|i am preparing|im preparing|we are preparing',
  // "may" is a month, "most" an order, "trouble" and "hope" are words of their own
  'if i may|if we may|if i might|if we might|may i ask|might i ask|may i know|may i please|may i trouble you',
  'may i bother you|may we trouble you|may i have|may we have|may one ask|if one may ask|may i request|may we request',
  'may i enquire|may i inquire|may we enquire|may we inquire|may i also ask|may i just ask|you may tell me|may you tell me',
  'that may help|enquire after|inquire after|ask after',
  'most grateful|most obliged|most kind|most appreciative|most helpful|most useful|most thankful|most gracious|most generous',
  'most kindly|most welcome|most appreciated|most humbly|most respectfully|most interested|most curious|most certainly',
  'most sincerely|most delighted|most pleased|most indebted|most keen|most eager|most convenient|most definitely',
  'i hope|we hope|i do hope|hope you can|hope you do not mind|hope you dont mind|hope that is fine|hope thats ok|i hope you are well',
  'hope this is not too much trouble|not too much trouble|if it is not too much trouble|if its not too much trouble|not too much to ask',
  'too much trouble|too much to ask|too much bother|if not too much trouble|if that is not too much to ask|no trouble at all',
  'we should be|i should be|i shall be|we shall be|i should like|we should like|should like to know|i should be grateful|we should be grateful|i shall be grateful|we shall be grateful',
  'we would be|i would be|would be grateful|would be obliged|would be interested|would be happy|would be glad|would be much obliged',
  'would be most grateful|would be most obliged|would be most helpful|would greatly appreciate|would much appreciate|would appreciate',
])

function listed(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split('|'))
}
