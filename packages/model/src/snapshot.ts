export { hashRecord, hashText } from './hash.ts'
export {
  buildManifest,
  compareManifests,
  type Manifest,
  type ManifestBucket,
  type ManifestChange,
  updateManifest,
} from './manifest.ts'
