// Generated from the OpenAPI document by `pnpm generate`. Do not edit.
export const operationTable = {
  getOneTimeTokenStatus: {
    "operationId": "getOneTimeTokenStatus",
    "method": "get",
    "path": "/v1/one-time-token/status",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  createPin: {
    "operationId": "createPin",
    "method": "post",
    "path": "/v2/profiles/{profileId}/pin",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "x-2fa-approval",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "direct"
    },
    "factor": {
      "type": "PIN",
      "action": "enrol",
      "field": "pin"
    },
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected",
      "enrols": "PIN",
      "link": {
        "/body/pin": [
          "body",
          "pin"
        ]
      }
    }
  },
  deletePin: {
    "operationId": "deletePin",
    "method": "delete",
    "path": "/v2/profiles/{profileId}/pin",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "PIN",
      "action": "delete"
    },
    "sca": null
  },
  verifyPin: {
    "operationId": "verifyPin",
    "method": "post",
    "path": "/v2/profiles/{profileId}/pin/verify",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "direct"
    },
    "factor": {
      "type": "PIN",
      "action": "verify",
      "field": "pin"
    },
    "sca": null
  },
  createDeviceFingerprint: {
    "operationId": "createDeviceFingerprint",
    "method": "post",
    "path": "/v2/profiles/{profileId}/device-fingerprints",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "x-2fa-approval",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "direct"
    },
    "factor": null,
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected",
      "enrols": "PARTNER_DEVICE_FINGERPRINT",
      "link": {
        "/body/deviceFingerprint": [
          "body",
          "deviceFingerprint"
        ]
      }
    }
  },
  verifyDeviceFingerprint: {
    "operationId": "verifyDeviceFingerprint",
    "method": "post",
    "path": "/v2/profiles/{profileId}/device-fingerprints/verify",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "direct"
    },
    "factor": {
      "type": "PARTNER_DEVICE_FINGERPRINT",
      "action": "verify",
      "field": "deviceFingerprint"
    },
    "sca": null
  },
  deleteDeviceFingerprint: {
    "operationId": "deleteDeviceFingerprint",
    "method": "delete",
    "path": "/v2/profiles/{profileId}/device-fingerprints/{deviceFingerprintId}",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "deviceFingerprintId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  createFaceMap: {
    "operationId": "createFaceMap",
    "method": "post",
    "path": "/v2/profiles/{profileId}/facemaps",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "x-2fa-approval",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 2097152,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "FACE_MAP",
      "action": "enrol",
      "field": "faceMap"
    },
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected",
      "enrols": "FACE_MAP",
      "link": {
        "/body/faceMap": [
          "body",
          "faceMap"
        ]
      }
    }
  },
  deleteFaceMap: {
    "operationId": "deleteFaceMap",
    "method": "delete",
    "path": "/v2/profiles/{profileId}/facemaps",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "FACE_MAP",
      "action": "delete"
    },
    "sca": null
  },
  verifyFaceMap: {
    "operationId": "verifyFaceMap",
    "method": "post",
    "path": "/v2/profiles/{profileId}/facemaps/verify",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 2097152,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "FACE_MAP",
      "action": "verify",
      "field": "faceMap"
    },
    "sca": null
  },
  createScaSession: {
    "operationId": "createScaSession",
    "method": "post",
    "path": "/v2/profiles/{profileId}/sca-sessions/authorise",
    "tag": "Strong Customer Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  getIdentityOneTimeTokenStatus: {
    "operationId": "getIdentityOneTimeTokenStatus",
    "method": "get",
    "path": "/v1/identity/one-time-token/status",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v1/one-time-token/status",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  verifyOneTimeTokenPin: {
    "operationId": "verifyOneTimeTokenPin",
    "method": "post",
    "path": "/v1/one-time-token/pin/verify",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/pin/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "direct"
    },
    "factor": {
      "type": "PIN",
      "action": "verify",
      "field": "pin"
    },
    "sca": null
  },
  verifyOneTimeTokenDeviceFingerprint: {
    "operationId": "verifyOneTimeTokenDeviceFingerprint",
    "method": "post",
    "path": "/v1/one-time-token/partner-device-fingerprint/verify",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "direct"
    },
    "factor": {
      "type": "PARTNER_DEVICE_FINGERPRINT",
      "action": "verify",
      "field": "deviceFingerprint"
    },
    "sca": null
  },
  verifyOneTimeTokenFaceMap: {
    "operationId": "verifyOneTimeTokenFaceMap",
    "method": "post",
    "path": "/v1/one-time-token/facemap/verify",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/facemaps/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 2097152,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "FACE_MAP",
      "action": "verify",
      "field": "faceMap"
    },
    "sca": null
  },
  triggerSms: {
    "operationId": "triggerSms",
    "method": "post",
    "path": "/v1/one-time-token/sms/trigger",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "SMS",
      "action": "trigger",
      "field": "obfuscatedPhoneNo"
    },
    "sca": null
  },
  verifySms: {
    "operationId": "verifySms",
    "method": "post",
    "path": "/v1/one-time-token/sms/verify",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "SMS",
      "action": "verify",
      "field": "otpCode"
    },
    "sca": null
  },
  triggerWhatsApp: {
    "operationId": "triggerWhatsApp",
    "method": "post",
    "path": "/v1/one-time-token/whatsapp/trigger",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "WHATSAPP",
      "action": "trigger",
      "field": "obfuscatedPhoneNo"
    },
    "sca": null
  },
  verifyWhatsApp: {
    "operationId": "verifyWhatsApp",
    "method": "post",
    "path": "/v1/one-time-token/whatsapp/verify",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "WHATSAPP",
      "action": "verify",
      "field": "otpCode"
    },
    "sca": null
  },
  triggerVoice: {
    "operationId": "triggerVoice",
    "method": "post",
    "path": "/v1/one-time-token/voice/trigger",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "VOICE",
      "action": "trigger",
      "field": "obfuscatedPhoneNo"
    },
    "sca": null
  },
  verifyVoice: {
    "operationId": "verifyVoice",
    "method": "post",
    "path": "/v1/one-time-token/voice/verify",
    "tag": "One-Time Token",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/verify",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "One-Time-Token",
        "in": "header",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "VOICE",
      "action": "verify",
      "field": "otpCode"
    },
    "sca": null
  },
  createUserPin: {
    "operationId": "createUserPin",
    "method": "post",
    "path": "/v1/user/pin",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/pin",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "x-2fa-approval",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": null
      },
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "PIN",
      "action": "enrol",
      "field": "pin"
    },
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected",
      "enrols": "PIN",
      "link": {
        "/body/pin": [
          "body",
          "pin"
        ]
      }
    }
  },
  deleteUserPin: {
    "operationId": "deleteUserPin",
    "method": "delete",
    "path": "/v1/users/{userId}/pin",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/pin",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "PIN",
      "action": "delete"
    },
    "sca": null
  },
  enrolUserFaceMap: {
    "operationId": "enrolUserFaceMap",
    "method": "post",
    "path": "/v1/user/facemap/enrol",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/facemaps",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "x-2fa-approval",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 2097152,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "FACE_MAP",
      "action": "enrol",
      "field": "faceMap"
    },
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected",
      "enrols": "FACE_MAP",
      "link": {
        "/body/faceMap": [
          "body",
          "faceMap"
        ]
      }
    }
  },
  deleteUserFaceMap: {
    "operationId": "deleteUserFaceMap",
    "method": "delete",
    "path": "/v1/users/{userId}/facemap/enrol",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/facemaps",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": {
      "type": "FACE_MAP",
      "action": "delete"
    },
    "sca": null
  },
  createUserDeviceFingerprint: {
    "operationId": "createUserDeviceFingerprint",
    "method": "post",
    "path": "/v1/user/partner-device-fingerprints",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints",
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "x-2fa-approval",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "direct"
    },
    "factor": null,
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected",
      "enrols": "PARTNER_DEVICE_FINGERPRINT",
      "link": {
        "/body/deviceFingerprint": [
          "body",
          "deviceFingerprint"
        ]
      }
    }
  },
  listUserDeviceFingerprints: {
    "operationId": "listUserDeviceFingerprints",
    "method": "get",
    "path": "/v1/users/{userId}/partner-device-fingerprints",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  listUserDeviceFingerprintsByPost: {
    "operationId": "listUserDeviceFingerprintsByPost",
    "method": "post",
    "path": "/v1/users/{userId}/partner-device-fingerprints",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v1/users/{userId}/partner-device-fingerprints",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  deleteUserDeviceFingerprint: {
    "operationId": "deleteUserDeviceFingerprint",
    "method": "delete",
    "path": "/v1/users/{userId}/partner-device-fingerprints/{deviceFingerprintId}",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/{deviceFingerprintId}",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "deviceFingerprintId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  listPhoneNumbers: {
    "operationId": "listPhoneNumbers",
    "method": "get",
    "path": "/v1/application/users/{userId}/phone-numbers",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  createPhoneNumber: {
    "operationId": "createPhoneNumber",
    "method": "post",
    "path": "/v1/application/users/{userId}/phone-numbers",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "422": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  updatePhoneNumber: {
    "operationId": "updatePhoneNumber",
    "method": "put",
    "path": "/v1/application/users/{userId}/phone-numbers/{phoneNumberId}",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/{deviceFingerprintId}",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "phoneNumberId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "422": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  deletePhoneNumber: {
    "operationId": "deletePhoneNumber",
    "method": "delete",
    "path": "/v1/application/users/{userId}/phone-numbers/{phoneNumberId}",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v2/profiles/{profileId}/device-fingerprints/{deviceFingerprintId}",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "phoneNumberId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  listPhoneNumbersAlias: {
    "operationId": "listPhoneNumbersAlias",
    "method": "get",
    "path": "/v1/application/users/{userId}/phone_numbers",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v1/application/users/{userId}/phone-numbers",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  createPhoneNumberAlias: {
    "operationId": "createPhoneNumberAlias",
    "method": "post",
    "path": "/v1/application/users/{userId}/phone_numbers",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v1/application/users/{userId}/phone-numbers",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "422": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  updatePhoneNumberAlias: {
    "operationId": "updatePhoneNumberAlias",
    "method": "put",
    "path": "/v1/application/users/{userId}/phone_numbers/{phoneNumberId}",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v1/application/users/{userId}/phone-numbers/{phoneNumberId}",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "phoneNumberId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": true
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "422": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  deletePhoneNumberAlias: {
    "operationId": "deletePhoneNumberAlias",
    "method": "delete",
    "path": "/v1/application/users/{userId}/phone_numbers/{phoneNumberId}",
    "tag": "User Security",
    "deprecated": true,
    "successor": "/v1/application/users/{userId}/phone-numbers/{phoneNumberId}",
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "phoneNumberId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  listAuthenticationFactors: {
    "operationId": "listAuthenticationFactors",
    "method": "get",
    "path": "/authentication_factors",
    "tag": "Additional Factors",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  enrolOtpFactor: {
    "operationId": "enrolOtpFactor",
    "method": "post",
    "path": "/authentication_factors/otp/{channel}",
    "tag": "Additional Factors",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "channel",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "idempotency-ref",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  verifyOtpFactor: {
    "operationId": "verifyOtpFactor",
    "method": "post",
    "path": "/authentication_factors/otp/{channel}/verify",
    "tag": "Additional Factors",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "channel",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "idempotency-ref",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  enrolPushFactor: {
    "operationId": "enrolPushFactor",
    "method": "post",
    "path": "/authentication_factors/push/{channel}",
    "tag": "Additional Factors",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "channel",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "idempotency-ref",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  unlinkPushFactor: {
    "operationId": "unlinkPushFactor",
    "method": "delete",
    "path": "/authentication_factors/push/{channel}",
    "tag": "Additional Factors",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "channel",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "idempotency-ref",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  startOtpStepUp: {
    "operationId": "startOtpStepUp",
    "method": "post",
    "path": "/stepup/challenges/otp/{channel}",
    "tag": "Step-up",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "channel",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "idempotency-ref",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  verifyOtpStepUp: {
    "operationId": "verifyOtpStepUp",
    "method": "post",
    "path": "/stepup/challenges/otp/{channel}/verify",
    "tag": "Step-up",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "channel",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "idempotency-ref",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  startPushStepUp: {
    "operationId": "startPushStepUp",
    "method": "post",
    "path": "/stepup/challenges/push/{channel}",
    "tag": "Step-up",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "channel",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "idempotency-ref",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  listManagedAccounts: {
    "operationId": "listManagedAccounts",
    "method": "get",
    "path": "/managed_accounts",
    "tag": "Protected resources",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey",
        "AuthToken"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  createAccessToken: {
    "operationId": "createAccessToken",
    "method": "post",
    "path": "/oauth/token",
    "tag": "Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ClientBasic"
      ]
    ],
    "errorFamily": "oauth",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/x-www-form-urlencoded"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  loginWithPassword: {
    "operationId": "loginWithPassword",
    "method": "post",
    "path": "/login_with_password",
    "tag": "Authentication",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApiKey"
      ]
    ],
    "errorFamily": "factor",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  getJosePublicKey: {
    "operationId": "getJosePublicKey",
    "method": "get",
    "path": "/v1/auth/jose/response/public-keys",
    "tag": "JOSE",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ],
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "oauth",
    "parameters": [
      {
        "name": "algorithm",
        "in": "query",
        "required": true,
        "type": "string"
      },
      {
        "name": "scope",
        "in": "query",
        "required": true,
        "type": "string"
      },
      {
        "name": "version",
        "in": "query",
        "required": false,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  uploadJosePublicKey: {
    "operationId": "uploadJosePublicKey",
    "method": "post",
    "path": "/v1/auth/jose/request/public-keys",
    "tag": "JOSE",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "oauth",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  echoJweGet: {
    "operationId": "echoJweGet",
    "method": "get",
    "path": "/v1/auth/jose/playground/jwe",
    "tag": "JOSE",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "oauth",
    "parameters": [
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "key"
    },
    "factor": null,
    "sca": null
  },
  echoJwe: {
    "operationId": "echoJwe",
    "method": "post",
    "path": "/v1/auth/jose/playground/jwe",
    "tag": "JOSE",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "oauth",
    "parameters": [
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "key"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "key"
    },
    "factor": null,
    "sca": null
  },
  echoJweDirect: {
    "operationId": "echoJweDirect",
    "method": "post",
    "path": "/v1/auth/jose/playground/jwe-direct-encryption",
    "tag": "JOSE",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "oauth",
    "parameters": [
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwe",
      "response": "direct"
    },
    "factor": null,
    "sca": null
  },
  echoJws: {
    "operationId": "echoJws",
    "method": "post",
    "path": "/v1/auth/jose/playground/jws",
    "tag": "JOSE",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "oauth",
    "parameters": [
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jws",
        "response": "key"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jws",
      "response": "key"
    },
    "factor": null,
    "sca": null
  },
  echoJwsJwe: {
    "operationId": "echoJwsJwe",
    "method": "post",
    "path": "/v1/auth/jose/playground/jwsjwe",
    "tag": "JOSE",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "oauth",
    "parameters": [
      {
        "name": "X-TW-JOSE-Method",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json",
        "application/jose+json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwsjwe",
        "response": "key"
      },
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json",
        "application/jose+json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": {
      "method": "jwsjwe",
      "response": "key"
    },
    "factor": null,
    "sca": null
  },
  getFaceTecPublicKey: {
    "operationId": "getFaceTecPublicKey",
    "method": "get",
    "path": "/v1/facetec/public-key",
    "tag": "JOSE",
    "deprecated": false,
    "successor": null,
    "security": [],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "text/plain"
      ],
      "400": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  getMe: {
    "operationId": "getMe",
    "method": "get",
    "path": "/v1/me",
    "tag": "Protected resources",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  listProfiles: {
    "operationId": "listProfiles",
    "method": "get",
    "path": "/v2/profiles",
    "tag": "Protected resources",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  createTransfer: {
    "operationId": "createTransfer",
    "method": "post",
    "path": "/v1/transfers",
    "tag": "Protected resources",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  getTransfer: {
    "operationId": "getTransfer",
    "method": "get",
    "path": "/v1/transfers/{transferId}",
    "tag": "Protected resources",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "transferId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  getBalanceStatement: {
    "operationId": "getBalanceStatement",
    "method": "get",
    "path": "/v1/profiles/{profileId}/balance-statements/{balanceId}/statement.json",
    "tag": "Protected resources",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "balanceId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "currency",
        "in": "query",
        "required": true,
        "type": "string"
      },
      {
        "name": "intervalStart",
        "in": "query",
        "required": true,
        "type": "string"
      },
      {
        "name": "intervalEnd",
        "in": "query",
        "required": true,
        "type": "string"
      },
      {
        "name": "type",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "x-2fa-approval",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": {
      "actionType": "BALANCE__GET_STATEMENT",
      "risk": "low"
    }
  },
  fundTransfer: {
    "operationId": "fundTransfer",
    "method": "post",
    "path": "/v3/profiles/{profileId}/transfers/{transferId}/payments",
    "tag": "Protected resources",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "UserToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "profileId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "transferId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "x-2fa-approval",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "409": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "422": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": {
      "actionType": "TRANSFER__FUND",
      "risk": "high",
      "link": {
        "/path/transferId": [
          "path",
          "transferId"
        ],
        "/body/amount": [
          "body",
          "amount"
        ],
        "/body/payee": [
          "body",
          "payee"
        ]
      }
    }
  },
  getHealth: {
    "operationId": "getHealth",
    "method": "get",
    "path": "/health",
    "tag": "Operations",
    "deprecated": false,
    "successor": null,
    "security": [],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  getReadiness: {
    "operationId": "getReadiness",
    "method": "get",
    "path": "/ready",
    "tag": "Operations",
    "deprecated": false,
    "successor": null,
    "security": [],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  getMetrics: {
    "operationId": "getMetrics",
    "method": "get",
    "path": "/metrics",
    "tag": "Operations",
    "deprecated": false,
    "successor": null,
    "security": [],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "text/plain"
      ],
      "400": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  createSandboxUser: {
    "operationId": "createSandboxUser",
    "method": "post",
    "path": "/sandbox/users",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [],
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 2097152,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "422": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  deleteSandboxUser: {
    "operationId": "deleteSandboxUser",
    "method": "delete",
    "path": "/sandbox/users/{userId}",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "path",
        "required": true,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  createAuthorizationCode: {
    "operationId": "createAuthorizationCode",
    "method": "post",
    "path": "/sandbox/authorization-codes",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  listInboxMessages: {
    "operationId": "listInboxMessages",
    "method": "get",
    "path": "/sandbox/inbox",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "userId",
        "in": "query",
        "required": false,
        "type": "integer"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  approvePush: {
    "operationId": "approvePush",
    "method": "post",
    "path": "/sandbox/push/{pushId}/approve",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "pushId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  rejectPush: {
    "operationId": "rejectPush",
    "method": "post",
    "path": "/sandbox/push/{pushId}/reject",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "pushId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  expirePush: {
    "operationId": "expirePush",
    "method": "post",
    "path": "/sandbox/push/{pushId}/expire",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "pushId",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  getClock: {
    "operationId": "getClock",
    "method": "get",
    "path": "/sandbox/clock",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  advanceClock: {
    "operationId": "advanceClock",
    "method": "post",
    "path": "/sandbox/clock",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  setOutcome: {
    "operationId": "setOutcome",
    "method": "post",
    "path": "/sandbox/outcomes",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": true,
      "mediaTypes": [
        "application/json"
      ],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "204": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
  streamEvents: {
    "operationId": "streamEvents",
    "method": "get",
    "path": "/sandbox/events",
    "tag": "Sandbox",
    "deprecated": false,
    "successor": null,
    "security": [
      [
        "ApplicationToken"
      ]
    ],
    "errorFamily": "standard",
    "parameters": [
      {
        "name": "Last-Event-ID",
        "in": "header",
        "required": false,
        "type": "string"
      },
      {
        "name": "X-External-Correlation-Id",
        "in": "header",
        "required": false,
        "type": "string"
      }
    ],
    "request": {
      "required": false,
      "mediaTypes": [],
      "limit": 1048576,
      "jose": null,
      "untypedJson": false
    },
    "responses": {
      "200": [
        "text/event-stream"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "406": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    },
    "responseJose": null,
    "factor": null,
    "sca": null
  },
} as const;
