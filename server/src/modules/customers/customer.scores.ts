import { fold } from '../../kernel/kazakhstan/folding.js'

/** From this BANT score on a lead is qualified. */
export const qualifiedFrom = 60
/** From this duplicate score on we take two cards for one customer. */
export const sameFrom = 80

const bySource: Readonly<Record<string, number>> = { REFERRAL: 70, PARTNERSHIP: 60, EXHIBITION: 50, WEBSITE: 50 }

/** What a lead is worth before anybody has spoken with it. */
export function initialLeadScore(source: string | null | undefined): number {
  return source ? (bySource[source] ?? 30) : 0
}

export interface Bant {
  readonly budget: number
  readonly authority: number
  readonly need: number
  readonly timeline: number
}

export const bantScore = ({ budget, authority, need, timeline }: Bant): number => budget + authority + need + timeline

const legalForms = /(^|\s)(тоо|ип|ао|нао|кх|жшс|жк|ақ|шқ|llp|llc|ltd)(?=\s|$)/gu

/** A company's name without its legal form, quotes and the keyboard it was typed on. */
export function bareName(name: string): string {
  const bare = fold(name).replace(legalForms, ' ').replace(/\s+/g, ' ').trim()
  return bare || fold(name)
}

/** How alike two names are, 0..1: the share of trigrams they have in common. */
export function nameSimilarity(one: string, other: string): number {
  const left = trigrams(bareName(one))
  const right = trigrams(bareName(other))
  const common = [...left].filter((each) => right.has(each)).length
  return common === 0 ? 0 : common / (left.size + right.size - common)
}

/** 60..75 for names at least 0.8 alike; nothing below. A name alone never blocks. */
export function nameScore(similarity: number): number | undefined {
  return similarity < 0.8 ? undefined : Math.round(60 + ((similarity - 0.8) / 0.2) * 15)
}

function trigrams(text: string): Set<string> {
  return new Set(
    text.split(' ').flatMap((word) => {
      const padded = `  ${word} `
      return Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3))
    }),
  )
}
