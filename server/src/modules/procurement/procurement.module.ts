import { Module } from '@nestjs/common'
import { RequisitionsController, SuppliersController } from './http/procurement.controller.js'

@Module({ controllers: [RequisitionsController, SuppliersController] })
export class ProcurementModule {}
