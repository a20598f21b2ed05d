import { Module } from '@nestjs/common'
import { DealWinController } from './http/deal-win.controller.js'
import { OrdersController } from './http/orders.controller.js'

/** The routes whose act sets several modules in motion. */
@Module({ controllers: [OrdersController, DealWinController] })
export class OrchestratorsModule {}
