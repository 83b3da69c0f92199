// What openapi-generator generates for Go asks a running system; prints what it read as JSON.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	reviews "example.org/front-end/reviews"
)

func signedIn(token string) (*reviews.APIClient, context.Context) {
	settings := reviews.NewConfiguration()
	settings.Servers = reviews.ServerConfigurations{{URL: os.Getenv("API")}}
	return reviews.NewAPIClient(settings), context.WithValue(context.Background(), reviews.ContextAccessToken, os.Getenv(token))
}

// Returns what was read, and ends the program where something else came.
func must[T any](read T, _ any, err error) T {
	if err != nil {
		var refusal *reviews.GenericOpenAPIError
		if errors.As(err, &refusal) {
			fmt.Fprintln(os.Stderr, string(refusal.Body()))
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return read
}

func main() {
	party, review := os.Getenv("PARTY"), os.Getenv("REVIEW")
	api, secretariat := signedIn("SECRETARIAT")
	missionApi, mission := signedIn("MISSION")

	nominate := func(email string) reviews.ApiNamePersonRequest {
		person := reviews.NewNominee()
		person.SetName("Ada Muster")
		person.SetEmail(email)
		person.SetLanguage(reviews.LANGUAGE_EN)
		body := *reviews.NewNominationRequest(reviews.MANDATEROLE_FOCAL_POINT, *person)
		key := "go-" + strconv.FormatInt(time.Now().UnixNano(), 36)
		return missionApi.NominationsAPI.NamePerson(mission, party).IdempotencyKey(key).NominationRequest(body)
	}
	nomination := must(nominate(os.Getenv("EMAIL")).Execute())
	_, _, err := nominate(os.Getenv("OTHER_EMAIL")).Execute()
	var refused *reviews.GenericOpenAPIError
	if !errors.As(err, &refused) {
		fmt.Fprintln(os.Stderr, "A second focal point was not refused")
		os.Exit(1)
	}
	refusal := refused.Model().(reviews.Problem)

	me := must(api.MeAPI.GetMe(secretariat).Execute())
	worklist := must(api.WorklistAPI.GetWorklist(secretariat).Limit(200).Execute())
	list := must(api.ReviewsAPI.ListReviews(secretariat).Limit(200).Execute())
	journal := must(api.JournalAPI.GetJournal(secretariat, reviews.AGGREGATEKIND_REVIEW, review).Execute())

	details := must(api.ReviewsAPI.GetReview(secretariat, review).Execute())
	partyDetails := must(api.PartiesAPI.GetParty(secretariat, party).Language(reviews.LANGUAGE_FR).Execute())
	labels := must(api.PublicAPI.GetLabels(secretariat).Language(reviews.LANGUAGE_FR).Execute())
	obligations := must(api.ReviewsAPI.ListObligations(secretariat).Review(review).Party(party).Execute())
	mandates := must(missionApi.NominationsAPI.ListMandates(mission, party).Execute())

	kinds, ids, facts, due, mandateIds := []string{}, []string{}, [][]string{}, []string{}, []string{}
	for _, each := range obligations.Items {
		due = append(due, string(each.Kind)+" "+each.DueOn)
	}
	for _, each := range mandates.Items {
		mandateIds = append(mandateIds, each.Id)
	}
	for _, item := range worklist.Items {
		if item.GetParty() == party {
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
	json.NewEncoder(os.Stdout).Encode(map[string]any{
		"role":     me.Role,
		"worklist": kinds,
		"reviews":  ids,
		"stage":    details.Stage, "stageName": labels.Stages[string(details.Stage)],
		"partyName": partyDetails.Name, "obligations": due, "mandates": mandateIds,
		"mandate": nomination.Mandate,
		"journal": facts,
		"refusal": map[string]any{"type": refusal.Type, "status": refusal.Status, "detail": refusal.Detail, "reviews": refusal.Reviews},
	})
}
