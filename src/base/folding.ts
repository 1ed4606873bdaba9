/**
 * The one form in which texts are compared: compatibility forms unified (full-width, ligatures), lower case, plain
 * quotes and dashes, nothing invisible, single spaces. Folding a folded text changes nothing. Linear in its length.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text
  if (ASCII.test(text)) return spaced(text.toLowerCase())
  if (CHINESE.test(text)) return spaced(text.replace(WIDE, narrow).toLowerCase())
  return (
    text
      .replace(INVISIBLE, '')
      // before normalising, because reordering a run of combining marks takes time by the square of its length
      .replace(MARKS, '$1')
      .normalize('NFKC')
      .toLowerCase()
      .replace(SINGLE_QUOTES, "'")
      .replace(DOUBLE_QUOTES, '"')
      .replace(DASHES, '-')
      .replace(INVISIBLE, '')
      .replace(MARKS, '$1')
      .normalize('NFKC')
      .replace(SPACES, ' ')
      .trim()
  )
}

const spaced = (text: string): string => (UNEVEN.test(text) ? text.replace(SPACES, ' ').trim() : text)
/** A full-width form stands as far behind its ASCII character as all the others do. */
const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)

/** Already folded: the common case for ids and lower-case English. */
const PLAIN = /^(?:[!-@[-~]+(?: [!-@[-~]+)*)?$/
const ASCII = /^[\t\n\r -~]*$/
/** Chinese as it is mostly written: nothing to unify in it but full-width letters, digits and marks. */
const CHINESE = /^[\t\n\r -_a-~、。\u4e00-\u9fff！-＿ａ-～]*$/
const WIDE = /[！-～]/g
const UNEVEN = /[\t\n\r]| {2}|^ | $/
/** Directions, joiners, soft hyphens, variation selectors, fillers, controls and halves of characters. */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu
/** Two marks are writing (Vietnamese), twenty are a prank. */
const MARKS = /(\p{M}\p{M})\p{M}+/gu
const SINGLE_QUOTES = /[‘’‚‛′‵ʼ`´]/gu
const DOUBLE_QUOTES = /[“”„‟″‶«»「」『』]/gu
const DASHES = /[‐-―−⁃﹘]/gu
const SPACES = /[\s\u0085]+/gu
