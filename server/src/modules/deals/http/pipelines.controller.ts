import { pipelineRow, pipelineStageRow } from '@prometric/contracts/pipelines'
import { z } from 'zod'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { pipelineList } from '../queries/list-pipelines.js'

/** The roads that deals take. */
@WorkspaceController('pipelines')
export class PipelinesController {
  @Route.get('', {
    summary: 'Pipelines with their stages',
    permission: 'DEALS_VIEW',
    query: pipelineList.query,
    answer: pipelineRow,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => pipelineList.list(work, call.query))
  }

  @Route.get(':id', { summary: 'A pipeline', permission: 'DEALS_VIEW', answer: pipelineRow })
  get(@Called() call: Call) {
    return call.read((work) => pipelineList.find(work, call.params.id))
  }

  @Route.get(':id/stages', {
    summary: 'Stages of a pipeline',
    permission: 'DEALS_VIEW',
    answer: z.array(pipelineStageRow),
  })
  stages(@Called() call: Call) {
    return call.read(async (work) => (await pipelineList.find(work, call.params.id)).stages)
  }
}
