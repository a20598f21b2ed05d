import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { liveDocuments, opensChain } from './chain-documents.js'

/** May the acting person follow this document? What does not exist and what is out of their sight answer alike. */
export async function mayWatch(work: UnitOfWork, { type, id }: { type: string; id: string }): Promise<boolean> {
  const document = (await liveDocuments(work, [id])).get(id)
  return document?.type === type && opensChain(work, document)
}
