// Sends requests to a running system by the code of oapi-codegen; prints the replies as JSON.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"time"

	"example.org/front-end/client/reviews"
	"github.com/oapi-codegen/runtime/types"
)

func signedIn(token string) *reviews.ClientWithResponses {
	authorize := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+os.Getenv(token))
		return nil
	}
	return must(reviews.NewClientWithResponses(os.Getenv("API"), reviews.WithRequestEditorFn(authorize)))
}

// Returns the result; ends the program if there is an error.
func must[T any](result T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return result
}

// Returns the pointer that the generated types have for each optional member.
func optional[T any](value T) *T { return &value }

func main() {
	ctx, party, review := context.Background(), os.Getenv("PARTY"), os.Getenv("REVIEW")
	secretariat, mission := signedIn("SECRETARIAT"), signedIn("MISSION")

	nominate := func(email string) *reviews.NamePersonResponse {
		key := "oapi-codegen-" + strconv.FormatInt(time.Now().UnixNano(), 36)
		person := reviews.Nominee{
			Name: optional("Ada Muster"), Email: optional(types.Email(email)), Language: optional(reviews.LanguageEn),
		}
		body := reviews.NominationRequest{Role: reviews.MandateRoleFocalPoint, Person: person}
		return must(mission.NamePersonWithResponse(ctx, party, &reviews.NamePersonParams{IdempotencyKey: key}, body))
	}
	nomination := nominate(os.Getenv("EMAIL")).JSON201
	refusal := nominate(os.Getenv("OTHER_EMAIL")).ApplicationproblemJSONDefault

	french := optional(reviews.LanguageFr)
	me := must(secretariat.GetMeWithResponse(ctx, nil)).JSON200
	worklist := must(secretariat.GetWorklistWithResponse(ctx, &reviews.GetWorklistParams{Limit: optional(200)})).JSON200
	list := must(secretariat.ListReviewsWithResponse(ctx, &reviews.ListReviewsParams{Limit: optional(200)})).JSON200
	journal := must(secretariat.GetJournalWithResponse(ctx, reviews.AggregateKindReview, review, nil)).JSON200
	details := must(secretariat.GetReviewWithResponse(ctx, review, nil)).JSON200
	partyDetails := must(secretariat.GetPartyWithResponse(ctx, party, &reviews.GetPartyParams{Language: french})).JSON200
	labels := must(secretariat.GetLabelsWithResponse(ctx, &reviews.GetLabelsParams{Language: french})).JSON200
	ofReview := reviews.ListObligationsParams{Review: &review, Party: &party}
	obligations := must(secretariat.ListObligationsWithResponse(ctx, &ofReview)).JSON200
	mandates := must(mission.ListMandatesWithResponse(ctx, party, nil)).JSON200

	kinds, ids, facts, due, mandateIds := []string{}, []string{}, [][]string{}, []string{}, []string{}
	for _, item := range worklist.Items {
		if item.Party != nil && *item.Party == party {
			kinds = append(kinds, string(item.Kind))
		}
	}
	for _, each := range list.Items {
		ids = append(ids, each.Id)
	}
	for _, entry := range journal.Items {
		kindsOfEntry := []string{}
		for _, fact := range entry.Facts {
			kindsOfEntry = append(kindsOfEntry, fact.Kind)
		}
		facts = append(facts, kindsOfEntry)
	}
	for _, each := range obligations.Items {
		due = append(due, string(each.Kind)+" "+each.DueOn.String())
	}
	for _, each := range mandates.Items {
		mandateIds = append(mandateIds, each.Id)
	}
	must(0, json.NewEncoder(os.Stdout).Encode(map[string]any{
		"role": me.Role, "worklist": kinds, "reviews": ids, "journal": facts,
		"stage": details.Stage, "stageName": labels.Stages[string(details.Stage)],
		"partyName": partyDetails.Name, "obligations": due, "mandates": mandateIds, "mandate": nomination.Mandate,
		"refusal": map[string]any{
			"type": refusal.Type, "status": refusal.Status, "detail": refusal.Detail, "reviews": refusal.Reviews,
		},
	}))
}
