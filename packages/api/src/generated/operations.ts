// Generated from the OpenAPI description by `pnpm generate`. Do not edit.
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
    "errors": "errors",
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
      "jose": null
    },
    "answers": {
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
    "answerJose": null,
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
    "errors": "errors",
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
        "application/jose+json",
        "application/json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      }
    },
    "answers": {
      "200": [
        "application/jose+json",
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
    "answerJose": {
      "method": "jwe",
      "response": "direct"
    },
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected"
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
    "errors": "errors",
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
      "jose": null
    },
    "answers": {
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
    "answerJose": null,
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
    "errors": "errors",
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
        "application/jose+json",
        "application/json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      }
    },
    "answers": {
      "200": [
        "application/jose+json",
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
    "answerJose": {
      "method": "jwe",
      "response": "direct"
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
    "errors": "errors",
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
        "application/jose+json",
        "application/json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      }
    },
    "answers": {
      "200": [
        "application/jose+json",
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
    "answerJose": {
      "method": "jwe",
      "response": "direct"
    },
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected"
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
    "errors": "errors",
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
        "application/jose+json",
        "application/json"
      ],
      "limit": 1048576,
      "jose": {
        "method": "jwe",
        "response": "direct"
      }
    },
    "answers": {
      "200": [
        "application/jose+json",
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
    "answerJose": {
      "method": "jwe",
      "response": "direct"
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
    "errors": "errors",
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
      "jose": null
    },
    "answers": {
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
    "answerJose": null,
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
    "errors": "errors",
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
      "jose": null
    },
    "answers": {
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
    "answerJose": null,
    "sca": {
      "actionType": "FACTOR__ENROL",
      "risk": "high",
      "when": "enrolment-protected"
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
    "errors": "errors",
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
      "jose": null
    },
    "answers": {
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
    "answerJose": null,
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
    "errors": "errors",
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
      "jose": null
    },
    "answers": {
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
    "answerJose": null,
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
    "errors": "errors",
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
      "jose": null
    },
    "answers": {
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
    "answerJose": null,
    "sca": null
  },
} as const;
