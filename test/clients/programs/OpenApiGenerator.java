import static java.util.Map.entry;

import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.*;
import org.openapitools.client.model.*;

/** What openapi-generator generates for Java asks a running system; prints what it read as JSON. */
public class OpenApiGenerator {
  static ApiClient signedIn(String token) {
    ApiClient client = new ApiClient();
    client.setBasePath(System.getenv("API"));
    client.setBearerToken(System.getenv(token));
    return client;
  }

  static NominationRequest focalPoint(String email) {
    Nominee person = new Nominee().name("Ada Muster").email(System.getenv(email)).language(Language.EN);
    return new NominationRequest().role(MandateRole.FOCAL_POINT).person(person);
  }

  public static void main(String[] arguments) throws Exception {
    String party = System.getenv("PARTY");
    String review = System.getenv("REVIEW");
    ApiClient secretariat = signedIn("SECRETARIAT");
    NominationsApi nominations = new NominationsApi(signedIn("MISSION"));

    Nomination nomination = nominations.namePerson(party, UUID.randomUUID().toString(), focalPoint("EMAIL")).execute();
    Problem refusal = null;
    try {
      nominations.namePerson(party, UUID.randomUUID().toString(), focalPoint("OTHER_EMAIL")).execute();
    } catch (ApiException error) {
      refusal = Problem.fromJson(error.getResponseBody());
    }

    Me me = new MeApi(secretariat).getMe().execute();
    WorklistPage worklist = new WorklistApi(secretariat).getWorklist().limit(200).execute();
    ReviewPage reviews = new ReviewsApi(secretariat).listReviews().limit(200).execute();
    JournalPage journal = new JournalApi(secretariat).getJournal(AggregateKind.REVIEW, review).execute();

    Review details = new ReviewsApi(secretariat).getReview(review).execute();
    Party partyDetails = new PartiesApi(secretariat).getParty(party).language(Language.FR).execute();
    Labels labels = new PublicApi(secretariat).getLabels().language(Language.FR).execute();
    ObligationPage obligations = new ReviewsApi(secretariat).listObligations().review(review).party(party).execute();
    MandateList mandates = nominations.listMandates(party).execute();

    System.out.println(JSON.getGson().toJson(Map.ofEntries(
        entry("role", me.getRole()),
        entry("stage", details.getStage()),
        entry("stageName", labels.getStages().get(details.getStage().getValue())),
        entry("partyName", partyDetails.getName()),
        entry("obligations", obligations.getItems().stream().map(each -> each.getKind().getValue() + " " + each.getDueOn()).toList()),
        entry("mandates", mandates.getItems().stream().map(PartyMandate::getId).toList()),
        entry("worklist", worklist.getItems().stream().filter(item -> party.equals(item.getParty())).map(WorkItem::getKind).toList()),
        entry("reviews", reviews.getItems().stream().map(ReviewSummary::getId).toList()),
        entry("mandate", nomination.getMandate()),
        entry("journal", journal.getItems().stream().map(each -> each.getFacts().stream().map(fact -> fact.getKind()).toList()).toList()),
        entry("refusal", Map.of("type", refusal.getType(), "status", refusal.getStatus(), "detail", refusal.getDetail(), "reviews", refusal.getReviews())))));
  }
}
