import {
  activityRow,
  cancelActivityBody,
  completeActivityBody,
  createActivityBody,
  updateActivityBody,
  type CompleteActivityBody,
  type CreateActivityBody,
  type UpdateActivityBody,
} from '@prometric/contracts/deal-activities'
import { z } from 'zod'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { addActivity, cancelActivity, completeActivity, updateActivity } from '../operations/record-activity.js'
import { activityList } from '../queries/list-activities.js'
import { dealList } from '../queries/list-deals.js'

const params = z.strictObject({ id: z.uuid(), activityId: z.uuid() })
type OneActivity = z.infer<typeof params>

/** Calls, meetings and notes of a deal. */
@WorkspaceController('deals')
export class DealActivitiesController {
  @Route.get(':id/activities', {
    summary: 'Activities of a deal',
    permission: 'DEALS_VIEW',
    query: activityList.query,
    answer: activityRow,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read(async (work) => {
      await dealList.find(work, call.params.id)
      return activityList.list(work, { ...call.query, dealId: call.params.id })
    })
  }

  @Route.post(':id/activities', {
    summary: 'Plan or note an activity',
    permission: 'DEALS_UPDATE',
    body: createActivityBody,
    answer: activityRow,
    status: 201,
  })
  add(@Called() call: Call<CreateActivityBody>) {
    return call.write(async (work) => activityList.find(work, (await addActivity(work, call.params.id, call.body)).id))
  }

  @Route.put(':id/activities/:activityId', {
    summary: 'Change a planned activity',
    permission: 'DEALS_UPDATE',
    params,
    body: updateActivityBody,
    answer: activityRow,
  })
  update(@Called() call: Call<UpdateActivityBody, unknown, OneActivity>) {
    return call.write(async (work) => {
      await updateActivity(work, call.params.id, call.params.activityId, call.body)
      return activityList.find(work, call.params.activityId)
    })
  }

  @Route.patch(':id/activities/:activityId', {
    summary: 'Change a planned activity',
    permission: 'DEALS_UPDATE',
    params,
    body: updateActivityBody,
    answer: activityRow,
  })
  patch(@Called() call: Call<UpdateActivityBody, unknown, OneActivity>) {
    return this.update(call)
  }

  @Route.patch(':id/activities/:activityId/complete', {
    summary: 'Complete an activity',
    permission: 'DEALS_UPDATE',
    params,
    body: completeActivityBody,
    answer: activityRow,
  })
  complete(@Called() call: Call<CompleteActivityBody, unknown, OneActivity>) {
    return call.write(async (work) => {
      await completeActivity(work, call.params.id, call.params.activityId, call.body)
      return activityList.find(work, call.params.activityId)
    })
  }

  @Route.patch(':id/activities/:activityId/cancel', {
    summary: 'Cancel an activity',
    permission: 'DEALS_UPDATE',
    params,
    body: cancelActivityBody,
    answer: activityRow,
  })
  cancel(@Called() call: Call<z.infer<typeof cancelActivityBody>, unknown, OneActivity>) {
    return call.write(async (work) => {
      await cancelActivity(work, call.params.id, call.params.activityId, call.body.reason)
      return activityList.find(work, call.params.activityId)
    })
  }
}
