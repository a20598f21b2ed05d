import { Module } from '@nestjs/common'
import { InventoryController, ProductStockController } from './http/inventory.controller.js'

@Module({ controllers: [InventoryController, ProductStockController] })
export class InventoryModule {}
