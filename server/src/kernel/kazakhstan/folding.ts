// NFD and stripped marks leave the Kazakh letters as they are and break й, so folding has its own table.
const plain: Record<string, string> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е' }

/**
 * The key under which people find a name whatever keyboard they have: Kazakh letters become their Russian neighbours,
 * case, quotes and repeated spaces disappear. Fold the stored name and the question alike; show the original.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[«»„“”‘’"']/g, ' ')
    .replace(/[\p{L}\p{M}]+/gu, withCyrillicI)
    .replace(/[әғқңөұүһіё]/g, (letter) => plain[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}

// A Latin i typed for the Cyrillic і is common in real names.
function withCyrillicI(word: string): string {
  return /\p{Script=Cyrillic}/u.test(word) ? word.replaceAll('i', 'і') : word
}
