/**
 * A place where something of another place happened: "projects Yantai signed in Shenzhen", 烟台在深圳签约. It is no second
 * place to be compared, but limits the figure of the first, so the fact's own text must name it.
 */
import type { RegionCode } from '../../facts/fact.ts'
import type { Vocabulary } from '../../facts/vocabulary.ts'
import type { Span } from '../segment.ts'
import { isHan } from '../tokens.ts'
import { isJoint } from './cue-spans.ts'
import type { Parts, Place } from './draft.ts'

/** The places that are only the scene, by their number; their names become words the fact must hold. */
export function scenes(
  codes: readonly RegionCode[][],
  { places, spans, cues, text, unknown, soft }: Parts,
  vocabulary: Vocabulary,
): number[] {
  const [first, second, ...more] = places
  if (first === undefined || second === undefined || more.length > 0) return []
  if (COMPARING.some((cue) => cues.has(cue)) || COMPARED.test(text) || codes.flat().includes(CHINA)) return []
  const contains = (a: readonly RegionCode[], b: readonly RegionCode[]): boolean =>
    b.some((code) => a.includes(code) || vocabulary.regionAncestors(code).some((one) => a.includes(one)))
  const joints = spans.slice(first.at + 1, second.at).filter(isJoint)
  if (joints.some(({ text: joint }) => joint !== ',')) return []
  const narrower = contains(codes[0]!, codes[1]!) ? 1 : contains(codes[1]!, codes[0]!) ? 0 : null
  // "Shenzhen's GDP growth in Futian", "..., Hangzhou's part": the place in the other is meant, however far apart they stand
  if (narrower !== null) return isPartOf(places[narrower]!, spans) ? [1 - narrower] : []
  const isScene = ({ at }: Place): boolean => {
    const before = spans[at - 1]?.text ?? ''
    return (
      PREPOSITION.test(before) ||
      (before === 'the' &&
        PREPOSITION.test(spans[at - 2]?.text ?? '') &&
        EVENT.test(spans[at + 1]?.text ?? ''))
    )
  }
  const found = [...places.keys()].filter((i) => isScene(places[i]!))
  // "..., from Hong Kong" says where it came from; "..., in Hong Kong" may be another place asked about
  if (joints.length > 0 && !found.every((i) => DIRECTION.test(spans[places[i]!.at - 1]?.text ?? '')))
    return []
  if (found.length !== 1) return []
  const scene = places[found[0]!]!
  const name = vocabulary.regions.get(codes[found[0]!]![0]!)?.en.toLowerCase() ?? scene.text
  unknown.push(isHan(scene.text) ? scene.text : name)
  // "at the Shenzhen event": the place tells which
  const event = spans[scene.at + 1]?.text ?? ''
  if (EVENT.test(event) && unknown.includes(event)) {
    unknown.splice(unknown.indexOf(event), 1)
    soft.push(event)
  }
  return found
}

const isPartOf = ({ at }: Place, spans: readonly Span[]): boolean =>
  IN_WIDER.test(spans[at - 1]?.text ?? '') || PART_OF_WIDER.test(spans[at + 1]?.text ?? '')

const IN_WIDER = /^(?:in|within|inside)$/
const PART_OF_WIDER = /^(?:part|portion|部分)$/
const CHINA = '100000'
const COMPARING = [
  'intent:compare',
  'order:highest',
  'order:lowest',
  'intent:rank',
  'fold:difference',
] as const
const COMPARED = /\bthan\b|\bor\b|比|还是/
const PREPOSITION = /^(?:in|at|to|from|into|towards?|在|于|到|赴|向|从|对|来自|去往|销往|发往|运往)$/
const DIRECTION = /^(?:to|from|into|来自|去往|销往|发往|运往)$/
const EVENT = /^(?:event|events|meeting|ceremony|conference|promotion|活动|会)$/
