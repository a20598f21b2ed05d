import { applyDecorators, Controller, Delete, Get, HttpCode, Patch, Post, Put, SetMetadata } from '@nestjs/common'
import type { Permission } from '@prometric/contracts/permissions'
import { idParams } from '@prometric/contracts/wire'
import { z } from 'zod'
import type { CachedKind } from '../cache/ttl.js'

/** What a route demands and promises. The gate parses and authorises by it, and the OpenAPI file is made from it. */
export interface RouteSpec {
  readonly summary: string
  /** A permission in the workspace of the path; 'MEMBER' any member; 'USER' anybody signed in; 'PUBLIC' anybody. */
  readonly permission: Permission | 'MEMBER' | 'USER' | 'PUBLIC'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The contract of `data`; of one row when `list` is set. */
  readonly answer: z.ZodType
  readonly list?: boolean
  /** The status of success: 200 unless said; 201 for what creates. */
  readonly status?: 200 | 201 | 202
  /** What it reads may be kept as this kind. Its handler asks one question and answers with what that gave. */
  readonly cached?: CachedKind
}

export interface Route extends RouteSpec {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly handler: string
  readonly controller: object
}

/** Every route of the program, in the order of its making. */
export const routeTable: Route[] = []

const inWorkspace = z.strictObject({ workspaceId: z.uuid() })
const prefixKey = Symbol('prefix')
export const specKey = 'prometric:route'

/** A controller under `/api/v1/workspaces/:workspaceId`. */
export const WorkspaceController = (path: string): ClassDecorator =>
  controllerAt(`api/v1/workspaces/:workspaceId${path && '/' + path}`)
/** A controller under `/api/v1`. */
export const ApiController = (path: string): ClassDecorator => controllerAt(`api/v1${path && '/' + path}`)

function controllerAt(prefix: string): ClassDecorator {
  return (target) => {
    Reflect.defineMetadata(prefixKey, prefix, target.prototype as object)
    Controller(prefix)(target)
  }
}

export const prefixOf = (controller: object): string => Reflect.getMetadata(prefixKey, controller) as string

type Addressed = Pick<Route, 'params' | 'path' | 'controller'>
/** A schema is compiled when it first parses: one made for each request would be compiled for each. */
const known = new WeakMap<Addressed, z.ZodObject>()

/** The parameters of a route's path: those it names, and the workspace where it lives in one. */
export function paramsOf(route: Addressed): z.ZodObject {
  const found = known.get(route) ?? madeFor(route)
  known.set(route, found)
  return found
}

function madeFor(route: Addressed): z.ZodObject {
  const own = route.params ?? (route.path.includes(':id') ? idParams : z.strictObject({}))
  return prefixOf(route.controller).includes(':workspaceId') ? own.extend(inWorkspace.shape) : own
}

const verbs = { get: Get, post: Post, put: Put, patch: Patch, delete: Delete }

function route(method: Route['method']) {
  return (path: string, spec: RouteSpec): MethodDecorator =>
    (target, name, descriptor) => {
      const entry: Route = { ...spec, method, path, handler: String(name), controller: target }
      routeTable.push(entry)
      applyDecorators(verbs[method](path), HttpCode(spec.status ?? 200), SetMetadata(specKey, entry))(
        target,
        name,
        descriptor as TypedPropertyDescriptor<unknown>,
      )
    }
}

/** `@Route.post(':id/win', { summary, permission, body, answer })` above a method that takes one `@Called()` call. */
export const Route = {
  get: route('get'),
  post: route('post'),
  put: route('put'),
  patch: route('patch'),
  delete: route('delete'),
}
