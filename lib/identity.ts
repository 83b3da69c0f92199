import { Aws, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  UserPoolEmail,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { Mail } from "./mail.ts";
import { signInReturns, signOutReturns, type Stage } from "./stage.ts";

/** Cognito's mails, which carry codes: from the address of the letters once its domain is verified. */
const emailOf = (stage: Stage, mail: Mail): UserPoolEmail =>
  stage.mailDomainVerified
    ? UserPoolEmail.withSES({
        fromEmail: mail.fromAddress,
        fromName: mail.fromName,
        replyTo: mail.replyTo,
        configurationSetName: mail.configurationSet.configurationSetName,
        sesVerifiedDomain: stage.mailDomain,
        sesRegion: Aws.REGION,
      })
    : UserPoolEmail.withCognito(mail.replyTo);

/**
 * Accounts: users sign in with an e-mail address, cannot register, and may add a one-time code of an authenticator app.
 * The functions require that second factor by role; the pool's own switch applies to all users or to none.
 * Front ends sign in through the hosted pages with the authorization code flow and PKCE; the client has no secret.
 * Roles are never in the token: the functions read mandates from the table.
 */
export class Identity extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** The client with which the canary signs in; undefined if all users need a second factor, which the canary lacks. */
  readonly canary: UserPoolClient | undefined;
  readonly signInUrl: string;
  /** The issuer that the tokens name. */
  readonly issuer: string;

  constructor(scope: Construct, id: string, stage: Stage, mail: Mail) {
    super(scope, id);
    this.pool = this.addPool(stage, mail);
    this.issuer = `https://cognito-idp.${Aws.REGION}.amazonaws.com/${this.pool.userPoolId}`;

    const domain = this.pool.addDomain("SignIn", {
      cognitoDomain: { domainPrefix: `review-mechanism-${stage.name}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // The address of the sign-in is free for others to take as soon as it is given up.
    domain.applyRemovalPolicy(stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    this.signInUrl = domain.baseUrl();

    this.client = this.addClient(stage);
    const canary = this.addCanary();
    // Exported whether it is used or not: the stack that imports it is deployed after this one, and imports it until then.
    Stack.of(this).exportValue(canary.userPoolClientId);
    this.canary = stage.secondFactor === "everybody" ? undefined : canary;
    new CfnManagedLoginBranding(this, "SignInPages", {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  private addPool(stage: Stage, mail: Mail): UserPool {
    return new UserPool(this, "Users", {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      keepOriginal: { email: true },
      mfa: stage.secondFactor === "everybody" ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        passwordHistorySize: 5,
        tempPasswordValidity: Duration.days(7),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: stage.retain,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      email: emailOf(stage, mail),
    });
  }

  /** Adds a client that signs in by an API call, which requires permissions of the account, and in no other way. */
  private addCanary(): UserPoolClient {
    return this.pool.addClient("Canary", {
      generateSecret: false,
      authFlows: { adminUserPassword: true },
      disableOAuth: true,
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
  }

  private addClient(stage: Stage): UserPoolClient {
    const client = this.pool.addClient("FrontEnds", {
      generateSecret: false,
      // A token with the scope for enrolment may change the attributes that the client may write: only the address. The
      // pool requires it to be writable, and a new address needs a confirmation.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      authFlows: { userSrp: true, adminUserPassword: !stage.retain },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.COGNITO_ADMIN],
        callbackUrls: [...signInReturns(stage)],
        logoutUrls: [...signOutReturns(stage)],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(7),
      // A refresh token is stored in a browser: each is valid once, and a minute longer for a lost reply.
      refreshTokenRotationGracePeriod: Duration.seconds(60),
      authSessionValidity: Duration.minutes(5),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    // Cognito refuses rotation together with the older refresh flow, which CDK always adds.
    const { defaultChild } = client.node;
    if (!(defaultChild instanceof CfnUserPoolClient)) throw new Error("The client is no client of a user pool");
    defaultChild.explicitAuthFlows = defaultChild.explicitAuthFlows?.filter((flow) => !flow.includes("REFRESH"));
    return client;
  }
}
