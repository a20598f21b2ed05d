import {
  type NoteBody,
  noteBody,
  type NoteParams,
  noteParams,
  removed,
  type UpdateNoteBody,
  updateNoteBody,
} from '@prometric/contracts/customer-details'
import { type Call, Called } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { addNote, deleteNote, updateNote } from '../operations/write-note.js'
import { noteList } from '../queries/customer-details.js'
import { customerList } from '../queries/customer-list.js'

@WorkspaceController('customers')
export class CustomerNotesController {
  @Route.get(':id/notes', {
    summary: 'Notes on a customer',
    permission: 'CUSTOMERS_VIEW',
    query: noteList.query,
    answer: noteList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read(async (work) => {
      const { id } = await customerList.find(work, call.params.id)
      return noteList.list(work, { ...call.query, customerId: id })
    })
  }

  @Route.post(':id/notes', {
    summary: 'Write a note',
    permission: 'CUSTOMERS_UPDATE',
    body: noteBody,
    answer: noteList.answer,
    status: 201,
  })
  add(@Called() call: Call<NoteBody>) {
    return call.write(async (work) => noteList.find(work, await addNote(work, call.params.id, call.body)))
  }

  @Route.put(':id/notes/:noteId', {
    summary: 'Rewrite one’s own note',
    permission: 'CUSTOMERS_UPDATE',
    params: noteParams,
    body: updateNoteBody,
    answer: noteList.answer,
  })
  update(@Called() call: Call<UpdateNoteBody, ListQuery, NoteParams>) {
    const { id, noteId } = call.params
    return call.write((work) => updateNote(work, id, noteId, call.body).then(() => noteList.find(work, noteId)))
  }

  @Route.delete(':id/notes/:noteId', {
    summary: 'Remove a note',
    permission: 'CUSTOMERS_UPDATE',
    params: noteParams,
    answer: removed,
  })
  delete(@Called() call: Call<undefined, ListQuery, NoteParams>) {
    const { id, noteId } = call.params
    return call.write((work) => deleteNote(work, id, noteId).then(() => ({ id: noteId, deleted: true as const })))
  }
}
