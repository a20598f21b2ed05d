import {
  activateBomBody,
  type ActivateBomBody,
  bomExplosion,
  bomProductParams,
  createBomBody,
  type CreateBomBody,
  explosionQuery,
  type ExplosionQuery,
} from '@prometric/contracts/boms'
import { type Call, Called } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { activateBom } from '../operations/activate-bom.js'
import { createBom } from '../operations/create-bom.js'
import { explodeBom } from '../queries/explode-bom.js'
import { bomAnswer, bomQuery, findBom, listBoms } from '../queries/list-boms.js'

@WorkspaceController('operations/production')
export class BomsController {
  @Route.get('boms', {
    summary: 'Bills of materials',
    permission: 'PRODUCTION_VIEW',
    query: bomQuery,
    answer: bomAnswer,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => listBoms(work, call.query))
  }

  @Route.get('boms/:id', { summary: 'A bill of materials', permission: 'PRODUCTION_VIEW', answer: bomAnswer })
  get(@Called() call: Call) {
    return call.read((work) => findBom(work, call.params.id))
  }

  @Route.get('bom/:productId', {
    summary: 'What a quantity of a product needs',
    permission: 'PRODUCTION_VIEW',
    params: bomProductParams,
    query: explosionQuery,
    answer: bomExplosion,
  })
  explode(@Called() call: Call<undefined, ExplosionQuery, { productId: string }>) {
    const {
      params: { productId },
      query: { quantity, explode },
    } = call
    return call.read((work) => explodeBom(work, { productId, quantity, explode: explode === 'true' }))
  }

  @Route.post('boms', {
    summary: 'Create a bill of materials',
    permission: 'PRODUCTION_CREATE',
    body: createBomBody,
    answer: bomAnswer,
    status: 201,
  })
  create(@Called() call: Call<CreateBomBody>) {
    return call.write(async (work) => findBom(work, await createBom(work, call.body)))
  }

  @Route.post('boms/:id/activate', {
    summary: 'Put a bill of materials in force',
    permission: 'PRODUCTION_UPDATE',
    body: activateBomBody,
    answer: bomAnswer,
  })
  activate(@Called() call: Call<ActivateBomBody>) {
    const {
      params: { id },
      body,
    } = call
    return call.write(async (work) => (await activateBom(work, { id, isDefault: body.isDefault }), findBom(work, id)))
  }
}
