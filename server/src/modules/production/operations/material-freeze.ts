import { piece } from '../../../platform/database/statement.js'

/**
 * Inserts the materials of the orders in a CTE called `opened (id, bom_id, start_quantity)`; $1 is the workspace, $2 the organization.
 * Everything is multiplied before the one division, so that a whole number stays whole before it is rounded up to the unit.
 */
export const insertMaterials = piece(`
  insert into app.production_order_materials (
    organization_id, workspace_id, id, production_order_id, component_id, component_name, required_quantity, unit, unit_cost)
  select $2, $1, app.uuid_v7(), opened.id, needed.component_id, part.name, needed.quantity, needed.unit, part.cost
  from opened
  cross join lateral (
    select component.component_id, component.unit, min(component.sequence) as sequence,
      ceil(sum(opened.start_quantity * component.quantity_per_unit * (100 + component.scrap_factor)) / (bill.quantity * 100)
        * power(10::numeric, coalesce(unit.precision, 6))) / power(10::numeric, coalesce(unit.precision, 6)) as quantity
    from app.bills_of_materials bill
    join app.bom_components component on component.workspace_id = bill.workspace_id and component.bom_id = bill.id
    left join app.units_of_measure unit on unit.workspace_id = bill.workspace_id and unit.code = component.unit
    where bill.workspace_id = $1 and bill.id = opened.bom_id
    group by component.component_id, component.unit, bill.quantity, unit.precision
  ) needed
  join app.products part on part.workspace_id = $1 and part.id = needed.component_id`)
