/** A claim other than subject and audience, under its issuer. */
export const CLAIM = /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:(?!sub$|aud$)[a-z_]+$/;
