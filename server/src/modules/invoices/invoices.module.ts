import { Module } from '@nestjs/common'
import { InvoicesController } from './http/invoices.controller.js'

@Module({ controllers: [InvoicesController] })
export class InvoicesModule {}
