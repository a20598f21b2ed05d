import { Module } from '@nestjs/common'
import { OrderTrailController } from './http/order-trail.controller.js'

@Module({ controllers: [OrderTrailController] })
export class OrdersModule {}
