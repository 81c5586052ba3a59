export { hashRecord, hashText } from './hash.ts'
export { maskSecrets } from './mask.ts'
export {
  buildManifest,
  compareManifests,
  type Manifest,
  type ManifestBucket,
  type ManifestChange,
  updateManifest,
} from './manifest.ts'
