import type { Standing } from './standing.js'

/** A workspace: what is written in one is read in that one only. */
export interface Place {
  readonly organizationId: string
  readonly workspaceId: string
}

/** What one transaction changes of a place. */
export interface Change {
  readonly id: string
  readonly place: Place
  readonly tables: readonly string[]
}

/**
 * Which generation the tables of a workspace have reached. A cached answer carries the generations of what it was read from, and is good
 * as long as they stand. Neither method fails: where nothing can be told or said, nothing is served from the cache.
 */
export interface Generations {
  /** How things stand; undefined while nobody can tell. */
  standing(place: Place): Promise<Standing | undefined>
  /** Said before a commit: until it is moved, or its time is over, nobody uses or stores what is read from these tables. */
  announce(change: Change): Promise<void>
  /** Said after the commit and before anybody is answered: what was read of these tables before is out of date. */
  move(change: Change): Promise<void>
}

export const placeKey = ({ organizationId, workspaceId }: Place): string => `${organizationId}:${workspaceId}`
