import { Module } from '@nestjs/common'
import { PaymentsController } from './http/payments.controller.js'

@Module({ controllers: [PaymentsController] })
export class PaymentsModule {}
