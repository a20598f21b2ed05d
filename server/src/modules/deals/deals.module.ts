import { Module } from '@nestjs/common'
import { DealActivitiesController } from './http/deal-activities.controller.js'
import { DealLinesController } from './http/deal-lines.controller.js'
import { DealStagesController } from './http/deal-stages.controller.js'
import { DealsBulkController } from './http/deals-bulk.controller.js'
import { DealsController } from './http/deals.controller.js'
import { PipelinesController } from './http/pipelines.controller.js'

@Module({
  controllers: [
    DealsBulkController,
    DealsController,
    DealStagesController,
    DealLinesController,
    DealActivitiesController,
    PipelinesController,
  ],
})
export class DealsModule {}
