/** "Shandong's capital", 山东省会: the city that is meant, or only described ("Hefei, the capital of Anhui"). */
import type { RegionCode } from '../../facts/fact.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import type { Span } from '../segment.ts'
import type { Note, Parts, Place } from './draft.ts'

/** Puts the capital in the place of its province, where the question asks for the capital and nothing else of it. */
export function hearCapital(
  { places, spans, unknown, links }: Parts,
  vocabulary: Vocabulary,
  note: Note,
): void {
  const word = unknown.find((one) => CAPITAL.has(one))
  if (word === undefined) return
  const at = spans.findIndex(({ text }, i) => text === word || (i > 0 && word === SHARED && text === '会'))
  const [place, ...others] = places.filter((one) => capitalOf(one, vocabulary) !== null)
  if (place === undefined || others.length > 0 || !isBeside(at, place.at, spans)) return
  const capital = capitalOf(place, vocabulary)!
  const rest = places.filter((one) => one !== place)
  if (rest.length > 0) {
    // of another city than its capital the description is wrong, and the word still asks for something
    if (rest.length > 1 || !rest[0]!.readings.some(({ id }) => id === capital)) return
    places.splice(places.indexOf(place), 1)
  } else {
    const [reading] = place.readings
    places[places.indexOf(place)] = { ...place, readings: [{ ...reading!, id: capital }] }
    links.push({ words: `${place.text} ${word}`, entity: `region:${capital}`, how: 'rule', score: 1 })
  }
  unknown.splice(unknown.indexOf(word), 1)
  note('place:capital', capital)
}

/** "Shandong's capital", "the capital of the province of Shandong"; not "capital that went to Shandong". */
const isBeside = (at: number, place: number, spans: readonly Span[]): boolean =>
  place < at
    ? at - place === 1
    : spans.slice(at + 1, place).every(({ text }) => BETWEEN.test(text)) && place - at > 1

/** The standard codes give the first city of a province's list to its capital; a municipality has none. */
function capitalOf({ readings }: Place, { regions }: Vocabulary): RegionCode | null {
  const [one, ...more] = readings
  if (one === undefined || more.length > 0) return null
  if (one.id === CHINA) return BEIJING
  const code = `${one.id.slice(0, 2)}0100`
  return regions.get(one.id)?.level === 'province' && regions.get(code)?.level === 'prefecture' ? code : null
}

const CHINA = '100000'
const BEIJING = '110000'
/** Of 山东省会 the two names share a character. */
const SHARED = '省会'
const CAPITAL = new Set(['capital', 'capital city', 'provincial capital', SHARED, '省会城市', '首都', '首府'])
const BETWEEN = /^(?:of|the|city|province)$/
