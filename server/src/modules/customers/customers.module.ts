import { Module } from '@nestjs/common'
import { CustomerBulkController } from './http/customer-bulk.controller.js'
import { CustomerDetailsController } from './http/customer-details.controller.js'
import { CustomerNotesController } from './http/customer-notes.controller.js'
import { CustomersController } from './http/customers.controller.js'

// The bulk routes stand first: their paths are static where the cards' have an id.
@Module({
  controllers: [CustomerBulkController, CustomersController, CustomerDetailsController, CustomerNotesController],
})
export class CustomersModule {}
