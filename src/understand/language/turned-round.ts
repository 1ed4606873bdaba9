/**
 * English verbs of two words that turn a figure round though either word carries nothing: what was pulled out was not put
 * in, what was called off or put off is not there, what was written off is lost. They count as one known word that names
 * something else (as the phrases of phrases.ts do): only a fact that says so itself may answer.
 *
 * Left out on purpose: "put up", "roll out", "build out", "turn out", "take off" and "kick off", which say that something
 * was done, and "pull out", "write down" and "cut off", which may be asked of the bot ("pull out the numbers").
 */

/** A verb in its forms, and the words that turn it. */
const VERBS = [
  'pull pulled pulling: out of|back|back from|away|away from|the plug|the plug on',
  'pulled pulling: out',
  'write wrote written writing: off',
  'put putting: off|on hold|on ice|on the shelf|on the back burner|to rest|an end to|a stop to',
  'hold held holding: back|off|up on',
  'call called calling: off|back|a halt',
  'give gave given giving: up|up on|back|away',
  'turn turned turning: down|away|their back|its back',
  'send sent sending: back|away',
  'hand handed handing: back',
  'pay paid paying: back|off',
  'get got gotten getting: back from|back out|out of|rid of|away from|nothing|none',
  'take took taken taking: back|away|away from|out of|over|off the road|off the market|off the list',
  'claw clawed clawing: back',
  'push pushed pushing: back|out of|off',
  'roll rolled rolling: back|over',
  'scale scaled scaling: back|down',
  'rein reined reining: in',
  'throw threw thrown throwing: out|away',
  'lay laid laying: off|up|idle',
  'keep kept keeping: out of|off|away from|idle|empty',
  'stay stayed staying: out of|away from|off|idle|empty',
  'set: back',
  'stand stood standing: idle|empty|still',
  'sit sat sitting: idle|empty|unused',
  'lie lay lain lying: idle|fallow|empty',
  'come came coming: to nothing|to naught|to nought|to grief|to a halt|to a stop|off the road',
  'go went gone going: under|bust|bankrupt|out of business|to waste|unsold|unspent|unused|missing|idle|ahead without',
  'fall fell fallen falling: through|short|short of|short by|apart',
  'back backed backing: out|out of|away from|down',
  'walk walked walking: away|away from|back',
  'step stepped stepping: back|back from|away',
  'bow bowed bowing: out|out of',
  'miss missed missing: out|out on',
  'lose lost losing: out|out on|out to',
  'pass passed passing: up|up on|over',
  'opt opted opting: out|out of',
  'break broke broken breaking: off|up|away',
  'split: off|up',
  'spin spun spinning: off|out',
  'carve carved carving: out|out of',
  'sign signed signing: off|away',
  'strip stripped stripping: out|away',
  'strike struck: off',
  'cross crossed: off',
  'phase phased phasing: out',
  'run ran running: out of|short of|dry|down',
  'carry carried carrying: over|over from|forward|forward from',
  'bring brought bringing: back',
  'want wanted: back|out of|out',
  'claim claimed claiming: back',
  'buy bought buying: back|out',
  'move moved moving: away|away from|out|out of|abroad|elsewhere',
  'let letting: go|go of|lapse|slip',
  'draw drew drawn drawing: back',
  'make made making: off with|up for|too many|too few|too much|too little|do without|do with',
  'count counted counting: twice|double|out',
  'wind wound winding: down|up',
  'shut: down',
  'tear tore torn: down|up',
  'do did done: without|away with',
  'wipe wiped: out|off',
  'burn burned burnt: through|down',
  'throw threw thrown: overboard|to the wind',
  'win won: back',
  'fail failed: to',
]
/** What is no verb and turns a figure round: too much of it, a part of it, what it would have been. */
const WORDS = [
  'far short of|short of|off the grid|off grid|user side|customer side|demand side|grid side|generation side|behind the meter',
  'got stuck|get stuck|getting stuck|are stuck|is stuck|were stuck|was stuck|still stuck|get lost|got lost|went astray',
  'on hold|on ice|on the back burner',
  'too many|too few|too much|too little|one too many|none of them|none of it|not one of them',
  'half finished|half built|half completed|half empty|almost finished|almost built|almost complete|almost completed|almost done',
  'nearly finished|nearly built|nearly complete|nearly completed|nearly done|not quite|next to nothing|little to none|few if any',
  'on paper only|only on paper|in name only|in theory only|only in theory|left over|leftover|carry over|carryover',
  'would have been|could have been|should have been|might have been|would have made|could have made|should have made',
  'would have had|could have had|would have built|could have built|would have invested|could have invested',
  'used car|used cars|used vehicle|used vehicles|used nev|used nevs|used new energy vehicles|used new energy vehicle',
  'used equipment|used machinery|used battery|used batteries|in real terms|real terms|in nominal terms|in constant prices',
  'at constant prices|at comparable prices|at current prices|city centre|city center|town centre|town center|inner city|downtown',
  'the city centre|the city center|the town centre|the town center|on the coast|off the coast',
  'old town|city proper|above scale|below scale|county level|village level|township level|district level|street level',
  'club level|at home only|on average each|the rest of it|the rest of them|the remaining|the remainder|joint venture only',
  'a day|per diem|a week|an hour|a minute|per minute|a head|a person|a piece each|each and every day',
]

export const TURNED_ROUND: ReadonlySet<string> = new Set([
  ...VERBS.flatMap((line) => {
    const [verbs, turns] = line.split(': ') as [string, string]
    return verbs.split(' ').flatMap((verb) => turns.split('|').map((turn) => `${verb} ${turn}`))
  }),
  ...WORDS.flatMap((line) => line.split('|')),
])
