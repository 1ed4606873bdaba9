/** How many columns a text takes in a code block: East Asian wide characters and emoji two, what is drawn onto others none. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const character of text) width += ONTO.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

const NARROW = /^[ -~]*$/
const ONTO = /^[\p{Mn}\p{Me}\p{Cf}]$/u
/** Scripts and blocks that EastAsianWidth.txt calls wide or full-width, as far as texts about China hold them. */
const WIDE =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}]|[\u3000-\u303e\u3200-\u33ff\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation})$/u
