import { type Change, type Generations, type Place, placeKey } from './generations.js'
import { announcementField, announcementOf, epoch, newToken, Standing } from './standing.js'

/** Generations of a house that is one process: they live and die with everything that was cached. */
export class MemoryGenerations implements Generations {
  private readonly places = new Map<string, Record<string, string>>()

  constructor(private readonly clock: () => number = Date.now) {}

  async standing(place: Place): Promise<Standing> {
    return new Standing({ ...this.fields(place) }, this.clock())
  }

  async announce(change: Change): Promise<void> {
    const [field, said] = announcementOf(change, this.clock())
    this.fields(change.place)[field] = said
  }

  async move({ id, place, tables }: Change): Promise<void> {
    const fields = this.fields(place)
    const token = newToken()
    for (const table of tables) fields[table] = token
    delete fields[announcementField(id)]
  }

  private fields(place: Place): Record<string, string> {
    const key = placeKey(place)
    const known = this.places.get(key)
    if (known) return known
    const made = { [epoch]: newToken() }
    this.places.set(key, made)
    return made
  }
}
