/** Who holds an office is told of that office only: a party chief is no mayor, a deputy not the one he stands in for. */

/** The words of the office that a fact's own text must hold; none where any office is meant. */
export function officeIn(text: string): string[] {
  const words = OFFICES.filter(([pattern]) => pattern.test(text)).map(([, word]) => word)
  if (words.length > 0) return words
  const zh = OFFICE_ZH.exec(text)
  return zh === null ? [] : [zh[0]]
}

const OFFICES: readonly [RegExp, string][] = [
  [/\bgovernor\b/, 'governor'],
  [/\bmayor\b/, 'mayor'],
  [/\bparty\b/, 'party'],
  [/\bgovernment\b/, 'government'],
  [/\bdirector\b/, 'director'],
  [/\bdeputy\b/, 'deputy'],
  [/\bvice\b/, 'vice'],
  [/\bspokesperson\b/, 'spokesperson'],
]
const OFFICE_ZH = /副?(?:[省市区县]长|书记|主任|局长)/
