import { type CreateUnitBody, createUnitBody } from '@prometric/contracts/units'
import { type Call, Called } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { createUnit } from '../operations/create-unit.js'
import { unitList } from '../queries/list-units.js'

@WorkspaceController('units')
export class UnitsController {
  @Route.get('', {
    summary: 'Units of measure',
    permission: 'PRODUCTS_VIEW',
    query: unitList.query,
    answer: unitList.answer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => unitList.list(work, call.query))
  }

  @Route.post('', {
    summary: 'Add a unit of measure',
    permission: 'PRODUCTS_UPDATE',
    body: createUnitBody,
    answer: unitList.answer,
    status: 201,
  })
  create(@Called() call: Call<CreateUnitBody>) {
    return call.write(async (work) => unitList.find(work, await createUnit(work, call.body)))
  }
}
