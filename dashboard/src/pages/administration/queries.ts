import { graphql } from '../../gql/index.ts';

graphql(`
  fragment UserLine on User {
    id
    name
    role
    scope {
      dimension
      values
    }
    hasPassword
    fromProvider
    createdAt
    disabledAt
  }
`);

graphql(`
  fragment KeyLine on ApiKey {
    prefix
    label
    role
    scope {
      dimension
      values
    }
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

export const usersQuery = graphql(`
  query Users {
    users {
      ...UserLine
    }
  }
`);

export const createUserMutation = graphql(`
  mutation CreateUser($name: String!, $role: Role!, $scope: AccessScopeInput) {
    createUser(name: $name, role: $role, scope: $scope) {
      user {
        id
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const changeUserMutation = graphql(`
  mutation ChangeUser($name: String!, $role: Role, $scope: AccessScopeInput, $disabled: Boolean) {
    changeUser(name: $name, role: $role, scope: $scope, disabled: $disabled) {
      user {
        id
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const linkMutation = graphql(`
  mutation CreateSignInLink($user: String!) {
    createSignInLink(user: $user) {
      path
      expiresAt
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const keysQuery = graphql(`
  query ApiKeys {
    apiKeys {
      ...KeyLine
    }
  }
`);

export const createKeyMutation = graphql(`
  mutation CreateApiKey($input: NewApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const revokeKeyMutation = graphql(`
  mutation RevokeApiKey($prefix: String!) {
    revokeApiKey(prefix: $prefix) {
      key {
        prefix
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const auditQuery = graphql(`
  query AuditLog($first: Int!, $after: String, $where: AuditWhere) {
    auditLog(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        at
        actor
        action
        subject
        runId
        detail
      }
    }
  }
`);

export const integrityQuery = graphql(`
  query AuditIntegrity {
    auditIntegrity {
      entries
      head
      faults {
        seq
        entryId
        fault
      }
    }
  }
`);
