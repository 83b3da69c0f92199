// Sends requests to a running system by the code of ogen; prints the replies as JSON.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"time"

	"example.org/front-end/client/reviews"
)

// The environment variable that holds an access token.
type tokenIn string

func (name tokenIn) AccessToken(context.Context, reviews.OperationName) (reviews.AccessToken, error) {
	return reviews.AccessToken{Token: os.Getenv(string(name))}, nil
}

func signedIn(token tokenIn) *reviews.Client {
	return must(reviews.NewClient(os.Getenv("API"), token))
}

// Returns the result; ends the program if there is an error.
func must[T any](result T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return result
}

// Returns the reply if it is of this type; ends the program if it is another one, such as a refusal.
func as[T any](reply any, err error) T {
	typed, ok := must(reply, err).(T)
	if !ok {
		fmt.Fprintf(os.Stderr, "The reply is %T: %v\n", reply, reply)
		os.Exit(1)
	}
	return typed
}

func main() {
	ctx, review := context.Background(), reviews.ReviewId(os.Getenv("REVIEW"))
	party := reviews.PartyId(os.Getenv("PARTY"))
	secretariat, mission := signedIn("SECRETARIAT"), signedIn("MISSION")

	nominate := func(email string) (reviews.NamePersonRes, error) {
		key := "ogen-" + strconv.FormatInt(time.Now().UnixNano(), 36)
		person := reviews.Nominee{
			Name:     reviews.NewOptString("Ada Muster"),
			Email:    reviews.NewOptEmailAddress(reviews.EmailAddress(email)),
			Language: reviews.NewOptLanguage(reviews.LanguageEn),
		}
		body := reviews.NominationRequest{Role: reviews.MandateRoleFocalPoint, Person: person}
		return mission.NamePerson(ctx, &body, reviews.NamePersonParams{PartyId: party, IdempotencyKey: key})
	}
	named, err := nominate(os.Getenv("EMAIL"))
	nomination := as[*reviews.NominationHeaders](named, err).Response
	refused, err := nominate(os.Getenv("OTHER_EMAIL"))
	refusal := as[*reviews.ProblemStatusCodeWithHeaders](refused, err).Response

	french, pageSize := reviews.NewOptLanguage(reviews.LanguageFr), reviews.NewOptInt(200)
	me := as[*reviews.Me](secretariat.GetMe(ctx, reviews.GetMeParams{}))
	worklist := as[*reviews.WorklistPage](secretariat.GetWorklist(ctx, reviews.GetWorklistParams{Limit: pageSize}))
	list := as[*reviews.ReviewPage](secretariat.ListReviews(ctx, reviews.ListReviewsParams{Limit: pageSize}))
	ofReview := reviews.GetJournalParams{Kind: reviews.AggregateKindReview, ID: reviews.JournalId(review)}
	journal := as[*reviews.JournalPage](secretariat.GetJournal(ctx, ofReview))
	details := as[*reviews.ReviewHeaders](secretariat.GetReview(ctx, reviews.GetReviewParams{ReviewId: review})).Response
	inFrench := reviews.GetPartyParams{PartyId: party, Language: french}
	partyDetails := as[*reviews.PartyHeaders](secretariat.GetParty(ctx, inFrench)).Response
	labels := as[*reviews.LabelsHeaders](secretariat.GetLabels(ctx, reviews.GetLabelsParams{Language: french})).Response
	ofParty := reviews.ListObligationsParams{Review: reviews.NewOptReviewId(review), Party: reviews.NewOptPartyId(party)}
	obligations := as[*reviews.ObligationPage](secretariat.ListObligations(ctx, ofParty))
	mandates := as[*reviews.MandateList](mission.ListMandates(ctx, reviews.ListMandatesParams{PartyId: party}))

	kinds, ids, facts, due, mandateIds := []string{}, []string{}, [][]string{}, []string{}, []string{}
	for _, item := range worklist.Items {
		if item.Party.Value == party {
			kinds = append(kinds, string(item.Kind))
		}
	}
	for _, each := range list.Items {
		ids = append(ids, string(each.ID))
	}
	for _, entry := range journal.Items {
		kindsOfEntry := []string{}
		for _, fact := range entry.Facts {
			kindsOfEntry = append(kindsOfEntry, fact.Kind)
		}
		facts = append(facts, kindsOfEntry)
	}
	for _, each := range obligations.Items {
		due = append(due, string(each.Kind)+" "+time.Time(each.DueOn).Format(time.DateOnly))
	}
	for _, each := range mandates.Items {
		mandateIds = append(mandateIds, string(each.ID))
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
