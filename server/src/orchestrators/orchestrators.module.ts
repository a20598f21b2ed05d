import { Module } from '@nestjs/common'
import { ChainsController } from './http/chains.controller.js'
import { DealWinController } from './http/deal-win.controller.js'
import { DeliveryController } from './http/delivery.controller.js'
import { OrderFulfilmentController } from './http/order-fulfilment.controller.js'
import { OrdersController } from './http/orders.controller.js'
import { PaymentReceiptController } from './http/payment-receipt.controller.js'

/** The routes whose act sets several modules in motion. */
@Module({
  controllers: [
    OrdersController,
    DealWinController,
    ChainsController,
    OrderFulfilmentController,
    DeliveryController,
    PaymentReceiptController,
  ],
})
export class OrchestratorsModule {}
