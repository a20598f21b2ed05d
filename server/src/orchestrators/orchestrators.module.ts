import { Module } from '@nestjs/common'
import { ApprovalsController } from './http/approvals.controller.js'
import { ChainsController } from './http/chains.controller.js'
import { DealWinController } from './http/deal-win.controller.js'
import { DeliveriesController } from './http/deliveries.controller.js'
import { DeliveryController } from './http/delivery.controller.js'
import { JobsController } from './http/jobs.controller.js'
import { OrderFulfilmentController } from './http/order-fulfilment.controller.js'
import { OrderEditsController } from './http/order-edits.controller.js'
import { OrderLinesController } from './http/order-lines.controller.js'
import { OrderCancellationController } from './http/order-cancellation.controller.js'
import { OrdersController } from './http/orders.controller.js'
import { PaymentReceiptController } from './http/payment-receipt.controller.js'
import { RefundsController } from './http/refunds.controller.js'

/** The routes whose act sets several modules in motion. */
@Module({
  controllers: [
    OrdersController,
    OrderEditsController,
    OrderLinesController,
    ApprovalsController,
    DealWinController,
    ChainsController,
    DeliveriesController,
    JobsController,
    OrderFulfilmentController,
    DeliveryController,
    PaymentReceiptController,
    OrderCancellationController,
    RefundsController,
  ],
})
export class OrchestratorsModule {}
