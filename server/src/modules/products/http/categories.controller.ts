import {
  type CategoryQuery,
  categoryNode,
  categoryQuery,
  categoryRow,
  type CreateCategoryBody,
  createCategoryBody,
  type DeleteCategoryBody,
  deleteCategoryBody,
  type UpdateCategoryBody,
  updateCategoryBody,
} from '@prometric/contracts/product-categories'
import { z } from 'zod'
import { type Call, Called } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { createCategory } from '../operations/create-category.js'
import { deleteCategory } from '../operations/delete-category.js'
import { updateCategory } from '../operations/update-category.js'
import { findCategory, listCategories } from '../queries/list-categories.js'

const changing = { permission: 'PRODUCTS_CATEGORIES_MANAGE', body: updateCategoryBody, answer: categoryRow } as const

@WorkspaceController('products/categories')
export class CategoriesController {
  @Route.get('', {
    summary: 'Categories as a tree',
    cached: 'category-tree',
    permission: 'PRODUCTS_VIEW',
    query: categoryQuery,
    answer: z.array(categoryNode),
  })
  list(@Called() call: Call<undefined, CategoryQuery>) {
    const { flat, includeCounts } = call.query
    return call.read((work) => listCategories(work, { flat: flat === 'true', includeCounts: includeCounts === 'true' }))
  }

  @Route.get(':id', { summary: 'A category', permission: 'PRODUCTS_VIEW', answer: categoryRow })
  get(@Called() call: Call) {
    return call.read((work) => findCategory(work, call.params.id))
  }

  @Route.post('', {
    summary: 'Add a category',
    permission: 'PRODUCTS_CATEGORIES_MANAGE',
    body: createCategoryBody,
    answer: categoryRow,
    status: 201,
  })
  create(@Called() call: Call<CreateCategoryBody>) {
    return call.write(async (work) => findCategory(work, await createCategory(work, call.body)))
  }

  @Route.put(':id', { summary: 'Change or move a category', ...changing })
  replace(@Called() call: Call<UpdateCategoryBody>) {
    return this.update(call)
  }

  @Route.patch(':id', { summary: 'Change or move a category', ...changing })
  update(@Called() call: Call<UpdateCategoryBody>) {
    return call.write(async (work) => {
      await updateCategory(work, { id: call.params.id, body: call.body })
      return findCategory(work, call.params.id)
    })
  }

  @Route.delete(':id', {
    summary: 'Delete a category',
    permission: 'PRODUCTS_CATEGORIES_MANAGE',
    body: deleteCategoryBody,
    answer: z.null(),
  })
  remove(@Called() call: Call<DeleteCategoryBody>) {
    return call.write(async (work) => {
      await deleteCategory(work, { id: call.params.id, moveTo: call.body.moveTo })
      return null
    })
  }
}
