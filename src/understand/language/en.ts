/**
 * English words that say what is wanted rather than of what: the cues. A cue is written once with all its wordings,
 * single words in any inflection people use. The longest wording wins over any shorter name or word.
 */
import type { Cue } from '../cue.ts'

export const CUES_EN: Readonly<Record<Cue, string>> = {
  // ---- intents
  'intent:compare':
    'vis a vis|as against|compare|compared|comparing|comparison|comparison of|compared with|compared to|in comparison with|versus|vs|vs.|v.s.|against|side by side|how does|stack up against|relative to|difference between|contrast|put next to|next to|up against|which is higher|which is larger|which is bigger|who is ahead|set against',
  'intent:rank':
    'rank|ranking|order|order their|order them|in descending order|in ascending order|arrange|ranked|ranks|rankings|rank by|league table|leaderboard|in order of|sorted by|sort|order by|leader|leaders|leading|who leads|top performers|from high to low|from highest to lowest|from largest to smallest',
  'intent:trend':
    'time line|series|from small to huge|from small to big|from small to large|from tiny to huge|from nothing to|from zero to|went from small|rise of|the rise of|counts over time|numbers over time|data series|annual series|time series of|yearly series|came a long way|come a long way|how far has|trend|trends|trend of|over time|over the years|through the years|across the years|year by year|by year|each year|every year|annually from|history|historical|time series|timeline|evolution|trajectory|how has|how have|developed over|development over|changed over|evolve|evolved|course of|down the years|over the decades|through the decades|from year to year|year after year|developing over|across the decade|over the decade|in the course of time|as the years went by',
  'intent:summary':
    'in short|in brief|short overview|quick overview|brief overview|overview over|elevator pitch|quick facts|lowdown on|the lowdown|low down on|crash course|crash course on|primer on|a primer|walk me through|walk us through|talk me through|talk us through|take us through|take me through|run us through|run me through|bring me up to speed on|bring us up to speed on|get me up to speed on|fill me in on|fill us in on|in a few numbers|in numbers|in figures|fact sheet on|summary|summarise|summarize|summary of|sum up|overview|overview of|an overview|tell me about|tell us about|profile|profile of|brief|brief me on|briefing|rundown|run down|snapshot|facts about|facts on|everything about|everything on|all about|what do you know about|what do you have on|what do we know about|what do we have on|what can you tell me about|key facts|key figures|key data|key numbers|in a nutshell|at a glance|main facts|main figures|info on|information on|introduce|introduction to|what is happening in|whats happening in|what is going on in|whats new in|highlights',
  'intent:list':
    'list|list of|list all|name the|name all|name some|enumerate|which ones|what kinds of|which kinds of|what sort of|what are some|show all|give me all|mention|mentions|mentioned|mentioning|talk about|talks about|deal with|refer to|refers to',
  'intent:define':
    'define|definition|definition of|meaning|meaning of|what does|mean|means|what is meant by|stand for|stands for|explain|explain the term|explain what|whats the meaning of|short for',
  'intent:sources':
    'articles about|articles on|reports about|reports on|articles covering|which article covers|what article covers|which article mentions|who reported that|source please|sources please|who said so|source|sources|source of|source for|citation|citations|cite|cited|reference|references|where did this come from|where does this come from|where is this from|where is that from|where from|where does it come from|where did you get|where do you get|come from|comes from|came from|according to whom|who says|who said that|says who|which article|what article|which articles|what articles|which source|what source|which report|provenance|origin of|evidence|proof|published where|who published|which publisher|link|url|who reported|reported where|where was this reported|publisher|publisher of|publisher behind|published by whom|who wrote|who wrote that|which newspaper|what newspaper|which outlet|what outlet|which media|which paper|who put that out|who printed|whose figure|whose number|whose count|who counted|who claims|attributed to|attribution',
  'intent:aggregate': '',
  // ---- folds
  'fold:sum':
    'total of the|total of|sum|sum of|add up|adds up|added together|combined|together|altogether|in sum|aggregate|combined total|add together|put together',
  'fold:average': 'average of the|average across|on average across',
  'fold:ratio':
    'average ticket|average ticket size|average ticket per|average ticket size per|ticket size|ticket size per|mean ticket|average deal size|average size per|mean size per|mean investment per|average value per|mean value per|average amount per|average worth per|average cheque|average cheque per|average check per|average spend per|average outlay per|average money per|per signed project|per signed deal|per new project|per key project|per deal|per contract|per project|per enterprise|per company|per firm|per vehicle|per unit|per capita of|each on average|per piece|average per|average investment per|average project|average size|on average per|for each project|per scheme|apiece',
  'fold:count':
    'how many regions|how many cities|how many provinces|how many places|number of regions|number of cities with|in how many',
  'fold:difference':
    'difference|gap|gap between|how much more|how much higher|how many more|how much larger|how much less|how much faster',
  // ---- order
  'order:highest':
    'largest first|highest first|biggest first|fastest first|most first|most|highest|largest|biggest|greatest|top|fastest|strongest|best|maximum|max|leading city|number one|no 1|first place|the lead|quickest|heaviest|tops|peak|winner|wins|steepest|bigger|larger|higher|more|greater|faster|stronger|best first|top first|strongest first|fastest growing first|in order of size|from best to worst|from top to bottom|better|outdo|outdoes|outdid',
  'order:lowest':
    'bottom three|bottom five|bottom ten|smallest first|lowest first|least first|slowest first|least|lowest|smallest|slowest|weakest|worst|minimum|min|fewest|bottom|last place|smaller|lower|slower|weaker|from low to high|worst first|weakest first|from worst to best|from bottom to top',
  // ---- status
  'status:planned':
    'plan|plans|planned|planning|planed|plannd|to be invested|will|shall|would|going to|intend|intends|intended|intention|announced|announce|announces|earmark|earmarked|budgeted|upcoming|proposed|promise|promised|set to|poised to|aims to invest|commits to|committed to|meant to|designed to|supposed to|geared to|scheduled|slated|pipeline|envisage|envisaged|envisages|in the works|coming|on the drawing board|mapped out|expected to|expect to|expecting|expecting to|is expecting|are expecting|are they expecting|they expect|it expects|is it expecting|expects to|preparing to|about to|lined up|lining up|pencilled in|penciled in|in prospect|in the offing|wanted to launch|wants to launch|want to launch|wanted to build|wants to build|want to build|wanted to invest|wants to invest|want to invest|wanted to start|wants to start|want to start|wanted to open|wants to open|wanted to spend|wants to spend|want to spend|hoped to launch|hopes to launch|hoped to build|hopes to build|hoped to invest|hopes to invest|sought to invest|seeks to invest|seek to invest|sought to build|seeks to build|due to be launched|due to be built|due to be invested|due to start|on course to invest|wanted to put|wants to put|hoped to start|hopes to start|to be launched|to be built|to be started|to be opened|yet to come',
  'status:target':
    'hopes its|hope its|hopes the|hopes will reach|hopes will attain|hopes to see|shooting for|shoot for|shoots for|shot for|gunning for|guns for|gun for|going for|angling for|pushing for|striving for|strives for|strive for|working towards|working toward|bent on reaching|has its sights on|have their sights on|sets its sights on|set its sights on|set their sights on|sights set on|looking to reach|looking to hit|looking to get to|looking to attain|hoping to reach|hoping to hit|hoping to attain|hoping to get to|is hoping|are hoping|hoping for|hopes for|hoped for|hope to attain|hopes to attain|hope to hit|hopes to hit|hoped to reach|wants to attain|want to attain|wants to reach|want to reach|wants to hit|want to hit|wants to get to|want to get to|wants to have|want to have|meant to hit|meant to reach|aiming|aiming for|aiming at|target|targets|targeted|targeting|goal|goals|aim|aims|aimed|objective|objectives|ambition|forecast|forecasts|projected|projection|aspire|aspires|hope to reach|hopes to reach',
  'status:actual':
    'have started|has started|were started|been started|have begun|has begun|have been started|actual|actually|already|completed|complete|finished|realised|realized|realise|realize|so far|to date|in reality|achieved|delivered|materialised|materialized|really|result|results|has been spent|been spent|was spent|were spent|actually spent|in fact|in operation already|implemented|carried through|come true|came true|paid out|disbursed|outcome|outcomes|outturn|outturns|end result|final result|final figure|came in at|ended up|turned out to be|came out at|gone live|went live',
  'status:ongoing':
    'ongoing|under way|underway|under development|in development|under construction|in progress|being built|being constructed|currently building',
  // ---- what is asked for
  'ask:count':
    'nr|nos|how many of|how many|number of|the number|count of|how numerous|quantity of|amount of projects|no. of|nr of|count|headcount|in units|in absolute terms|absolute number|absolute numbers|in absolute numbers|cnt|how often|how frequently|how many times|tally of|head count',
  'ask:amount':
    'how much|amount|sum of money|how big|how large|how high|how great|what amount|total amount|the size of|how expensive|price tag|cost of|worth|value of|size|in absolute figures|absolute figure|absolute figures|absolute amount|what sum|which sum|what volume|to what value|how costly|what price',
  'ask:rate':
    'how many percent more|what percent more|what percentage more|how many per cent more|up how much|up by how much|how much up|how fast|how quickly|how rapidly|at what rate|what rate|by how much|pace|what pace|how strongly|how sharply|growth pace|tempo|by what percentage|how much faster|how steeply|by what margin|how much higher than the year before|how much more than the year before|how steep',
  'ask:share':
    'what share|what percentage|what proportion|what part|how large a share|what fraction|which share|what percent|how much of|which part|what slice|what chunk|what portion|which portion|what piece|which slice|how big a share|how big a slice|how big a part|how big a chunk|how large a part|how large a portion|how great a share|how high a share|what weight|how important is|how important are|how important was|how important were|important to|important for|importance for|importance to|how reliant is|how reliant was|how dependent is|how dependent was|how many percent of|how many per cent of',
  'ask:who': 'who|whose|whom',
  'ask:which': 'which one|which of|which of the',
  'ask:where': 'where|in which place|in which places|where in china',
  'ask:yesno': '',
  'ask:derive': '',
  // ---- levels and containment
  'level:prefecture':
    'by city|each city|every city|cities|which city|what city|city ranking|prefectures|prefecture level cities|cities in|cities of',
  'level:province':
    'by province|each province|every province|provinces|which province|what province|provinces in|provincial ranking',
  'level:county': 'counties|districts|which county|which district',
  'level:any':
    'regions|which region|what region|which place|what place|places|areas|which area|localities|which locality|where in',
  within: 'inside|within|parts of',
  // ---- conversation
  'follow:and':
    'and|what about|how about|also|then|same for|same with|the same for|now for|next|and for|and in|and what about|ok and',
  'follow:instead':
    'instead|rather|not that|i meant|i mean|no i mean|sorry i meant|make that|change to|switch to|replace',
  'follow:pronoun':
    'it|its|their|they|them|there|this|that|those|these|the same|same|he|she|his|her|the city|the province|that city|that province|this city|this province',
  'follow:more':
    'more please|show more|more rows|next page|the rest|continue|go on|any more|anything else|more facts|more results',
  'follow:nth':
    'the first one|the second one|the third one|the fourth one|the fifth one|first one|second one|third one|number one please|the last one',
  'follow:reset':
    'reset|start over|new question|forget that|forget it|never mind|nevermind|clear|start again|new topic|scratch that',
  'follow:why':
    'why|how come|how do you know|what makes you say that|how did you get that|explain that|explain this|explain your answer|why that',
  // ---- joints
  'joint:and': 'and|as well as|plus|along with|&',
  'joint:or': 'or|and or|versus or',
  'joint:of': 'of|in|within|for|at|by',
  negate:
    'as opposed to|as distinct from|distinct from|rather than|instead of|in contrast to|not counting|not including|leaving out|leaving aside|setting aside|not|without|except|excluding|other than|apart from|besides|but not|non',
  newest:
    'latest print|last print|newest print|most recent print|latest reading|last reading|latest tally|latest count|latest take|latest read|latest|newest|most recent|recent|last reported year|last reported|current|currently|now|today|at present|as of now|up to date|these days|nowadays|most recently|at the moment|last known|lately|as things stand|at last count|at the last count|as we speak|the freshest',
  // ---- talk
  'talk:greeting':
    'hi|hello|hey|good morning|good afternoon|good evening|greetings|hi there|hello there|hey there|howdy|yo|good day|hiya|morning|whats up|sup',
  'talk:thanks':
    'thanks|thank you|thx|cheers|many thanks|ty|great thanks|thank you very much|thanks a lot|bye|goodbye|see you',
  'talk:help':
    'help|help me|what can you do|what do you do|how do you work|how does this work|what can i ask|what can i ask you|who are you|what are you|how to use|usage|instructions|commands|what do you know|what questions can i ask|how do i use this|what is this bot|are you a bot|capabilities|what data do you have|which data do you have|which regions do you cover|what regions do you cover|what do you cover|which places do you know',
  // ---- direction
  'direction:down':
    'cut|cuts|cutting|shrink|shrank|shrunk|shrinking|decline|declined|declines|declining|fall|fell|fallen|falling|falls|drop|dropped|drops|decrease|decreased|decreases|contract by|contracted by|slump|slumped|plunge|plunged|went down|go down|down by|lost ground|reduction|negative growth|came down|come down|comes down|coming down|brought down|bring down|brings down|bringing down|pushed down|driven down|cut back|scaled back|slipped|slid|dipped|dips|tumbled|tumbles|tumbling|dwindled|dwindles|dwindling|receded|recedes|retreated|retreats|retreating|lowered|reduced|reduces|reducing|lessened|diminished|diminishes|diminishing|worsened|narrowed|narrows|narrowing|weakened|ebbed|eroded|dented|nosedived|plummeted|plummets|plummet|sagged|sags|waned|backslid|fell back|falling back|fell away|drop off|dropped off|tailed off',
  'whole-year':
    'full year|full years|whole year|entire year|all year|for the year as a whole|full-year|whole-year|calendar year',
  // ---- refusals
  'refuse:cause':
    'correlate|correlation|correlated|relate to|related to|relationship between|cause|causes|caused|causal|because of|lead to growth|drive growth|drives growth|depend on|depends on|impact of|effect of|influence of|responsible for',
  'refuse:advice':
    'should i|should we|recommend|recommendation|advise|advice|worth investing|good investment|predict|prediction|what do you think|your opinion|do you like|opinion',
}
