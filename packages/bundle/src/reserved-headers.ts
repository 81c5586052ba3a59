const names =
  /^(access-control-.*|apigw-.*|authorization|connection|content-encoding|content-length|content-location|forwarded|keep-alive|origin|proxy-authenticate|proxy-authorization|te|trailers?|transfer-encoding|upgrade|x-amz-.*|x-amzn-.*|x-forwarded-for|x-forwarded-host|x-forwarded-proto|via)$/i

/** Headers that mappings of HTTP APIs may not touch (Amazon's developer guide, http-api-parameter-mapping). */
export function isReservedHeader(name: string): boolean {
  return names.test(name)
}
