export { type Example, exampleReader } from './method-examples.ts'
